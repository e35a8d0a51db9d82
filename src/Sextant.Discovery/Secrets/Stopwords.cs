using System.Collections.Frozen;
using System.Text;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>Words that tell a text that people wrote from one that a machine drew.</summary>
internal sealed class Stopwords(IEnumerable<string> placeholders, IEnumerable<string> words, IEnumerable<string> documented)
{
    private const int LongestWord = 14;
    private const int ShortestWord = 4;

    private readonly byte[][] _placeholders = [.. placeholders.Select(p => Encoding.ASCII.GetBytes(p.ToLowerInvariant()))];
    private readonly FrozenSet<string> _words = words.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _documented = documented.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lower-case text holds a word that stands for a key, and so is none.</summary>
    public bool HasPlaceholder(ReadOnlySpan<byte> lower)
    {
        foreach (var placeholder in _placeholders)
        {
            if (lower.IndexOf(placeholder) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is a key that a provider prints in its documentation. Those are kept as hashes.</summary>
    public bool IsDocumented(ReadOnlySpan<byte> value) => _documented.Count > 0 && _documented.Contains(StableHash.Hex(Encoding.UTF8.GetString(value)));

    /// <summary>How many characters of a lower-case text are in words of the list: longest words first, from the left.</summary>
    public int CharactersInWords(ReadOnlySpan<byte> lower)
    {
        Span<char> text = stackalloc char[Math.Min(lower.Length, 256)];
        Encoding.Latin1.GetChars(lower[..text.Length], text);
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var covered = 0;
        for (var i = 0; i + ShortestWord <= text.Length;)
        {
            var length = Math.Min(LongestWord, text.Length - i);
            while (length >= ShortestWord && !lookup.Contains(text.Slice(i, length)))
                length--;
            covered += length >= ShortestWord ? length : 0;
            i += length >= ShortestWord ? length : 1;
        }

        return covered;
    }
}

/// <summary>Collects the word lists of the catalog's files.</summary>
internal sealed class StopwordsBuilder
{
    public const string Sections = "placeholders, words, documented";

    private readonly List<string> _placeholders = [];
    private readonly List<string> _words = [];
    private readonly List<string> _documented = [];

    /// <summary>Adds a list under its section's name; false if there is no such section. An item may hold several words.</summary>
    public bool Add(string section, IEnumerable<string> items)
    {
        var list = section switch { "placeholders" => _placeholders, "words" => _words, "documented" => _documented, _ => null };
        list?.AddRange(items.SelectMany(i => i.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        return list is not null;
    }

    public Stopwords Build() => new(_placeholders, _words, _documented);
}
