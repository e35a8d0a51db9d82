using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Java;

/// <summary>Reads Java source, up to the grammar of Java 25.</summary>
public sealed class JavaFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "java";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".java");

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        using var tokens = new TokenBuffer<Token>(text.Length);
        var complete = new Lexer(text, tokens, kotlin: false).Run();
        return new JavaParser(new Cursor(text, tokens), new FactBuilder()).Parse(path, complete);
    }
}
