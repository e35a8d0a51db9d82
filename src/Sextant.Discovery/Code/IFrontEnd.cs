using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code;

/// <summary>
/// Turns a source file of one language into facts. Tolerant: what it cannot read costs one statement, not the file; bounded
/// in depth and size; never throws for what a file holds; stateless, and called from several threads.
/// </summary>
public interface IFrontEnd
{
    /// <summary>The language, as in <see cref="CodeUnit.Language"/>.</summary>
    string Language { get; }

    /// <summary>Whether a file is of the language, by its path alone.</summary>
    bool Reads(TreePath path);

    /// <summary>The facts of a file.</summary>
    CodeUnit Read(string path, string text);
}
