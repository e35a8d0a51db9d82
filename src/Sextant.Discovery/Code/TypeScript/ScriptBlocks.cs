namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The scripts of a file of markup. Everything else becomes blanks, so that lines stay what they are.</summary>
internal static class ScriptBlocks
{
    private const string Fence = "---";

    /// <summary>The scripts of a file; with a fence, also the block at its beginning (Astro).</summary>
    public static string Of(string text, bool fenced)
    {
        var kept = new List<(int Start, int End)>();
        var at = 0;
        if (fenced && text.AsSpan().TrimStart().StartsWith(Fence))
        {
            var start = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
            var end = text.IndexOf("\n" + Fence, start, StringComparison.Ordinal);
            at = end < 0 ? text.Length : end + 1 + Fence.Length;
            kept.Add((start, end < 0 ? text.Length : end));
        }

        while (text.IndexOf("<script", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var tag)
        {
            var start = text.IndexOf('>', tag) + 1;
            if (start == 0)
                break;
            var end = text.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            at = end < 0 ? text.Length : end;
            kept.Add((start, at));
        }

        return Blanked(text, kept);
    }

    private static string Blanked(string text, List<(int Start, int End)> kept) => string.Create(text.Length, (text, kept), static (characters, state) =>
    {
        var at = 0;
        foreach (var (start, end) in state.kept)
        {
            Blank(state.text.AsSpan(at, start - at), characters[at..]);
            state.text.AsSpan(start, end - start).CopyTo(characters[start..]);
            at = end;
        }

        Blank(state.text.AsSpan(at), characters[at..]);
    });

    private static void Blank(ReadOnlySpan<char> text, Span<char> characters)
    {
        for (var i = 0; i < text.Length; i++)
            characters[i] = text[i] == '\n' ? '\n' : ' ';
        // Two scripts side by side are two statements.
        if (text.Length > 0)
            characters[0] = text[0] == '\n' ? '\n' : ';';
    }
}
