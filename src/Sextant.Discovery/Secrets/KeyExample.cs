using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// An example of the catalog: fragments that are joined, and filled at random, only when it is run, so that no file holds anything that looks
/// like a key.
/// </summary>
public sealed class KeyExample
{
    private readonly IReadOnlyList<ExampleFragment> _fragments;

    internal KeyExample(IReadOnlyList<ExampleFragment> fragments, int line) => (_fragments, Line) = (fragments, line);

    /// <summary>The line of the catalog's file where it begins.</summary>
    public int Line { get; }

    /// <summary>The text. <paramref name="draw"/> gives a number from 0 up to, and without, its argument.</summary>
    public string Join(Func<int, int> draw)
    {
        var text = new StringBuilder();
        foreach (var fragment in _fragments)
        {
            if (fragment.Length == ExampleFragment.Checksum)
            {
                var sofar = text.ToString();
                text.Append(Checksums.GithubSum(Encoding.ASCII.GetBytes(sofar[(sofar.LastIndexOf('_') + 1)..])));
            }

            text.Append(fragment.Text);
            for (var i = 0; i < fragment.Length && fragment.Alphabet is { } alphabet; i++)
                text.Append(alphabet.Characters[draw(alphabet.Characters.Length)]);
        }

        return text.ToString();
    }
}

/// <summary>A fragment of an example: a text, a run to fill, or the sum of what stands before.</summary>
internal sealed record ExampleFragment(string Text, Alphabet? Alphabet, int Length)
{
    /// <summary>The length that stands for a sum.</summary>
    public const int Checksum = -1;
}
