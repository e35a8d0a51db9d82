using Sextant.Map;

namespace Sextant.Posture.Prioritize;

/// <summary>Fills names into sentences.</summary>
internal static class Sentences
{
    /// <summary>A step's sentence with the names at its ends.</summary>
    public static string Fill(string sentence, Asset from, Asset to) =>
        string.Concat(sentence.Split('{', '}').Select(part => part switch
        {
            "from" => Name(from),
            "to" => Name(to),
            _ => part,
        }));

    /// <summary>How an asset is called in a sentence.</summary>
    public static string Name(Asset asset) => asset.Kind == AssetKind.Internet ? "Anyone on the Internet" : asset.Name;
}
