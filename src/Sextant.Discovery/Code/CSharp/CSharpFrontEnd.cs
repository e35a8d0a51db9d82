using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Reads C# source, up to the grammar of C# 14.</summary>
public sealed class CSharpFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "csharp";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".cs", ".csx");

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var tokens = new TokenBuffer<Token>(text.Length);
        var complete = new CSharpLexer(text, tokens).Run();
        return new CSharpParser(new TokenCursor(text, tokens)).Parse(path, complete);
    }
}
