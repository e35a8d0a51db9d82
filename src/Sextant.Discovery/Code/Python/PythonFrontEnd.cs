using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Python;

/// <summary>Reads Python 3 source, up to the grammar of 3.14.</summary>
public sealed class PythonFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "python";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".py", ".pyw");

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text) => Read(path, text, null);

    /// <summary>Reads source that was taken out of another file.</summary>
    /// <param name="path">The other file.</param>
    /// <param name="text">The source.</param>
    /// <param name="lines">The line of the other file for each line of the source; null if the source is the file.</param>
    internal static CodeUnit Read(string path, string text, IReadOnlyList<int>? lines)
    {
        using var tokens = new TokenBuffer<Token>(text.Length);
        var complete = new PythonLexer(text, tokens).Run();
        if (lines is not null)
            MapLines(tokens, lines);
        return new PythonParser(text, tokens).Parse(path, ModuleNames.Of(path), complete);
    }

    /// <summary>Replaces lines by those of another file.</summary>
    private static void MapLines(TokenBuffer<Token> tokens, IReadOnlyList<int> lines)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            ref var token = ref tokens[i];
            token.Line = lines[Math.Min(token.Line, lines.Count - 1)];
            if (token.Kind is TokenKind.Text or TokenKind.TemplateText)
                token.Link = lines[Math.Min(token.Link, lines.Count - 1)];
        }
    }
}
