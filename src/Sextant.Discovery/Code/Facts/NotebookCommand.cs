namespace Sextant.Discovery.Code.Facts;

/// <summary>A cell of a notebook that holds code.</summary>
/// <param name="Number">Its place among all cells of the notebook, from 1.</param>
/// <param name="Lines">Its lines in the file of the notebook.</param>
public sealed record NotebookCell(int Number, LineSpan Lines);

/// <summary>
/// A line of a notebook that is not of its language: a magic (<c>%env X=y</c>) or a shell command (<c>!pip install x</c>, or a
/// line of a <c>%%bash</c> cell). May hold secrets, as any source may.
/// </summary>
/// <param name="Program">The magic or program: <c>pip</c>, <c>env</c>, <c>python</c>.</param>
/// <param name="Arguments">The rest of the command.</param>
/// <param name="IsShell">Whether a shell runs it.</param>
/// <param name="Line">Its line in the file of the notebook.</param>
/// <param name="Cell">The number of its cell.</param>
public sealed record NotebookCommand(string Program, string Arguments, bool IsShell, int Line, int Cell)
{
    private static readonly HashSet<string> OptionsWithValue = new(StringComparer.Ordinal)
    {
        "-r", "--requirement", "-c", "--constraint", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "-t", "--target",
        "--python", "-p", "--progress-bar", "--upgrade-strategy", "--prefix", "--root", "--platform", "--no-binary", "--only-binary",
    };

    /// <summary>What <c>pip install</c> installs, as written (<c>openai==1.2</c>, <c>git+https://…</c>); empty if it is another command.</summary>
    public IReadOnlyList<string> Requirements()
    {
        var words = $"{Program} {Arguments}".Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var install = Array.IndexOf(words, "install");
        if (install < 1 || words[install - 1] is not ("pip" or "pip3" or "uv") || words[..install].Any(w => w.StartsWith('#')))
            return [];
        var found = new List<string>();
        for (var i = install + 1; i < words.Length && !EndsCommand(words[i]); i++)
        {
            if (OptionsWithValue.Contains(words[i]))
                i++;
            else if (words[i][0] != '-' && words[i].Trim('"', '\'', ',') is { Length: > 0 } requirement)
                found.Add(requirement);
        }

        return found;
    }

    private static bool EndsCommand(string word) => word[0] is '#' or '>' or '|' or '&' || word.StartsWith("2>", StringComparison.Ordinal);
}
