using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Go;

/// <summary>Reads Go source, up to the grammar of 1.25.</summary>
public sealed class GoFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "go";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".go");

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var lexer = new GoLexer(text);
        var tokens = lexer.Run();
        return new GoParser(text, tokens).Parse(path, path[..Math.Max(0, path.LastIndexOf('/'))], lexer.IsCut);
    }
}
