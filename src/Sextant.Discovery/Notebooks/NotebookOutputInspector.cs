using System.Globalization;
using System.Text;
using Sextant.Discovery.Personal;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Notebooks;

/// <summary>Counts the personal data that the saved outputs of notebooks show. Values are counted and forgotten.</summary>
public sealed class NotebookOutputInspector : IInspector
{
    /// <summary>Characters of one output that are looked at: a table shown in full is longer than anything worth counting.</summary>
    private const int MaxText = 1 << 20;

    /// <inheritdoc/>
    public string Name => "notebook-output";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["\"outputs\""];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".ipynb");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tree);
        var id = tree.Local(AssetKind.Notebook, file.Path.Value);
        var seen = new HashSet<(int Cell, string What)>();
        foreach (var output in NotebookReader.Read(file.Bytes.Span, outputs: true).Outputs)
        {
            var found = PersonalDataFinder.In(TextOf(output));
            if (found.Count == 0)
                continue;
            var what = string.Join(", ", found);
            // The same table is often kept as text and as HTML.
            if (!seen.Add((output.Cell, what)))
                continue;
            var evidence = new Evidence(
                Name, file.Path.Value, output.Pieces[0].Line, string.Create(CultureInfo.InvariantCulture, $"the output of cell {output.Cell} shows {what}"), Confidence.Likely);
            var kinds = found.Select(f => f.Sensitivity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            tree.Recorder.Record(new AssetObservation(id, evidence)
            {
                Name = file.Path.FileName.ToString(),
                Properties = [new("shownData", new PropertyValue.Set([.. kinds])), new("scope", PathScope.Of(file.Path.Value))],
            });
        }
    }

    private static string TextOf(RawOutput output)
    {
        var text = new StringBuilder();
        foreach (var (piece, _) in output.Pieces)
        {
            if (text.Length < MaxText)
                text.Append(piece.AsSpan(0, Math.Min(piece.Length, MaxText)));
        }

        return text.ToString();
    }
}
