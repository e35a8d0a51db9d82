using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Reads Kotlin source, up to the grammar of Kotlin 2.2, and its scripts.</summary>
public sealed class KotlinFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "kotlin";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".kt", ".kts") && !path.Value.EndsWith(".gradle.kts", StringComparison.Ordinal);

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        using var tokens = new TokenBuffer<Token>(text.Length);
        var complete = new Lexer(text, tokens, kotlin: true).Run();
        return new KotlinParser(new Cursor(text, tokens), new FactBuilder(), 0).Parse(path, complete);
    }
}
