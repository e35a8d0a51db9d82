using System.Collections.Concurrent;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>
/// Recognizes the code of a tree that was read before: only files that changed, and those to whose meaning a changed file belongs.
/// No source text is kept between scans; a file that is needed again is read again.
/// </summary>
/// <param name="memory">What the last scan saw.</param>
/// <param name="tree">The tree.</param>
/// <param name="finders">Makes what finds the files that imports mean.</param>
/// <param name="newSource">Makes the source of units.</param>
/// <param name="newRecognizers">Makes recognizers that record with a context.</param>
internal sealed class RecallingCode(
    TreeMemory memory,
    TreeContext tree,
    Func<IFileSource, IReadOnlyList<IModuleFinder>> finders,
    Func<IReadOnlyList<IModuleFinder>, ImportNotes, UnitSource> newSource,
    Func<UnitSource, TreeContext, Recognizers> newRecognizers)
{
    private readonly ConcurrentDictionary<string, Captured> _shown = new(StringComparer.Ordinal);

    /// <summary>Recognizes files.</summary>
    /// <param name="units">Those that were read in this scan.</param>
    /// <param name="recalled">Those that are unchanged.</param>
    public void Run(IReadOnlyList<CodeUnit> units, IReadOnlyCollection<string> recalled)
    {
        var layout = new LayoutFiles(tree.Files, memory.Key);
        var found = finders(layout);
        var notes = new ImportNotes();
        var source = newSource(found, notes);
        foreach (var unit in units)
            source.Add(unit);
        foreach (var path in recalled)
            source.Expect(path);
        var before = memory.Code;
        memory.Code = new CodeMemory { IsChanged = true };
        var language = before.Layout == layout.Id ? null : new Func<string, string, IEnumerable<(string, bool)>>((module, from) => Leads(found, module, from));
        var valid = before.Valid(recalled, memory.ContentOf, language, memory.Holds);
        foreach (var path in valid)
            Replay(path, before.Shown[path]);
        var again = recalled.Where(p => !valid.Contains(p)).AsParallel().Select(source.UnitOfPath).OfType<CodeUnit>().ToArray();
        Recognize([.. units, .. again], source);
        // Where more files were referred to than are read, chance decides which: nothing of it is kept.
        memory.Code = source.IsCut ? new CodeMemory { IsChanged = true } : Now(before, notes, layout.Id, _shown.Count == valid.Count);
    }

    private void Replay(string path, Captured shown)
    {
        foreach (var seen in shown.Seen)
            tree.Recorder.RecordSeen(seen);
        _shown[path] = shown;
    }

    private void Recognize(IReadOnlyList<CodeUnit> units, UnitSource source)
    {
        if (units.Count == 0)
            return;
        using var captures = new ThreadLocal<FileCapture>(() => new FileCapture(tree, memory.Key));
        var own = new ThreadCapture(captures, tree.Files);
        var recognizers = newRecognizers(source, tree.With(own, own));
        Parallel.ForEach(units, unit =>
        {
            own.Current.Clear();
            recognizers.Recognize(unit);
            if (own.Current.Take() is { } shown)
                _shown[unit.Path] = shown;
        });
    }

    private CodeMemory Now(CodeMemory before, ImportNotes notes, ContentId layout, bool isSame)
    {
        var now = new CodeMemory { Layout = layout, Shown = new(_shown, StringComparer.Ordinal), IsChanged = !isSame || before.Layout != layout || before.Shown.Count != _shown.Count };
        var followed = notes.Followed;
        foreach (var path in before.Units.Keys.Concat(_shown.Keys).Concat(notes.Opened).Distinct(StringComparer.Ordinal))
        {
            var stays = before.Units.TryGetValue(path, out var unit) && !before.Changed.Contains(path);
            if (!stays && memory.ContentOf(path) == ContentId.None)
                continue;
            var imports = (stays ? unit.Imports : []).Concat(followed[path]).DistinctBy(i => i.Module, StringComparer.Ordinal).OrderBy(i => i.Module, StringComparer.Ordinal);
            now.Units[path] = (memory.ContentOf(path), [.. imports]);
        }

        return now;
    }

    private static IEnumerable<(string Path, bool Certain)> Leads(IReadOnlyList<IModuleFinder> finders, string module, string from) =>
        finders.Where(f => module.StartsWith(f.Language + ":", StringComparison.Ordinal)).SelectMany(f => f.PathsOf(module[(f.Language.Length + 1)..], from));

    /// <summary>Records and answers for whichever thread asks.</summary>
    private sealed class ThreadCapture(ThreadLocal<FileCapture> captures, IFileSource files) : IRecorder, IFileSource
    {
        public FileCapture Current => captures.Value ?? throw new InvalidOperationException("a thread without a capture");

        public IReadOnlyList<string> Paths => files.Paths;

        public void Record(AssetObservation asset) => Current.Record(asset);

        public void Record(RelationObservation relation) => Current.Record(relation);

        public void Record(Gap gap) => Current.Record(gap);

        public bool Exists(string path) => Current.Exists(path);

        public byte[]? Read(string path) => Current.Read(path);
    }
}
