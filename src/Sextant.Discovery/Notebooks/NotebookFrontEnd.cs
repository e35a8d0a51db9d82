using Sextant.Discovery.Code;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Notebooks;

/// <summary>
/// Reads Jupyter notebooks (nbformat 3 and 4) whose kernel is Python. All lines in the facts are lines of the notebook's file.
/// </summary>
public sealed class NotebookFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "python";

    /// <inheritdoc/>
    public bool Reads(TreePath path) => path.HasExtension(".ipynb");

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        var notebook = NotebookReader.Read(text);
        var source = new NotebookSource();
        foreach (var cell in notebook.IsPython ? notebook.Cells : [])
            source.Add(cell);
        var unit = PythonFrontEnd.Read(path, source.Text, source.Lines);
        return unit with
        {
            Errors = [.. unit.Errors, .. source.Errors, .. notebook.Errors],
            Cells = [.. source.Cells],
            Commands = [.. source.Commands],
        };
    }
}
