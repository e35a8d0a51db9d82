using System.Collections.Concurrent;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Reads source code for AI: models, agents, tools, prompts, vector stores, training and more, by the catalog. Files are turned
/// into facts as they come; what they mean is concluded when all are read, since names lead from file to file.
/// </summary>
/// <param name="catalog">What is known.</param>
public sealed class CodeInspector(Catalog catalog) : IInspector
{
    private readonly ConcurrentBag<CodeUnit> _units = [];

    /// <inheritdoc/>
    public string Name => "code";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = catalog.TriggerLiterals;

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        foreach (var frontEnd in Languages.FrontEnds)
        {
            if (frontEnd.Reads(path))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        foreach (var frontEnd in Languages.FrontEnds)
        {
            if (!frontEnd.Reads(file.Path))
                continue;
            var unit = frontEnd.Read(file.Path.Value, file.Text);
            _units.Add(unit);
            if (unit.Errors.Count > 0)
                tree.Recorder.Record(new Gap(unit.Language, unit.Path, $"{unit.Errors.Count} places could not be read, the first at line {unit.Errors[0].Line}: {unit.Errors[0].Message}"));
            return;
        }
    }

    /// <inheritdoc/>
    public void Close(TreeContext tree)
    {
        var units = _units.OrderBy(u => u.Path, StringComparer.Ordinal).ToArray();
        if (units.Length == 0)
            return;
        var source = new UnitSource(tree.Files, Languages.FrontEnds, Languages.Finders(tree.Files, catalog));
        Array.ForEach(units, source.Add);
        var recognizers = new Recognizers(new CodeReading(catalog, new CodeResolver(source, isKnown: catalog.Knows), tree));
        Parallel.ForEach(units, recognizers.Recognize);
        _units.Clear();
    }
}
