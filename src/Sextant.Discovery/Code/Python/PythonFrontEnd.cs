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
    public CodeUnit Read(string path, string text)
    {
        using var tokens = new TokenList(text.Length);
        var complete = new PythonLexer(text, tokens).Run();
        return new PythonParser(text, tokens).Parse(path, ModuleNames.Of(path), complete);
    }
}
