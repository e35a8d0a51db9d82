using System.Collections.Concurrent;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Recognition.Routes;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Code.Settings;
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
    public bool Wants(TreePath path) => Languages.FrontEndOf(path) is not null;

    /// <summary>Names lead from file to file, so that any of them may change what another means.</summary>
    public bool Keeps(TreePath path) => true;

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        if (Languages.FrontEndOf(file.Path)?.Read(file.Path.Value, file.Text) is not { } unit)
            return;
        _units.Add(unit);
        if (unit.Errors.Count > 0)
            tree.Recorder.Record(new Gap(unit.Language, unit.Path, $"{unit.Errors.Count} places could not be read, the first at line {unit.Errors[0].Line}: {unit.Errors[0].Message}"));
    }

    /// <inheritdoc/>
    public void Close(TreeContext tree)
    {
        var units = _units.OrderBy(u => u.Path, StringComparer.Ordinal).ToArray();
        if (units.Length == 0)
            return;
        units = [.. units.Concat(RouteFiles.Beside(units, tree.Files)).OrderBy(u => u.Path, StringComparer.Ordinal)];
        var source = new UnitSource(tree.Files, Languages.FrontEnds, Languages.Finders(tree.Files, catalog, units.Select(u => u.Language).ToHashSet(StringComparer.Ordinal)));
        Array.ForEach(units, source.Add);
        var resolver = new CodeResolver(source, new RepositorySettings(tree.Files), catalog.Knows, (language, symbol) => catalog.Constants.GetValueOrDefault((language, symbol)));
        var recognizers = new Recognizers(new CodeReading(catalog, resolver, tree));
        Parallel.ForEach(units, recognizers.Recognize);
        recognizers.RouteLedger.Conclude();
        _units.Clear();
    }
}
