using System.Collections.Concurrent;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Reads the source files of a tree when they are asked for, each once.</summary>
/// <param name="files">The files.</param>
/// <param name="frontEnds">A front end for each language.</param>
/// <param name="finders">How imports of a language name files.</param>
public sealed class UnitSource(IFileSource files, IReadOnlyList<IFrontEnd> frontEnds, IReadOnlyList<IModuleFinder> finders) : IUnitSource
{
    /// <summary>Files read because another file refers to them.</summary>
    private const int MaxFiles = 2_000;

    /// <summary>Larger files are data, which nothing is imported from.</summary>
    private const int MaxBytes = 4 << 20;

    private readonly ConcurrentDictionary<string, Lazy<CodeUnit?>> _units = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>Notes which imports were followed; null if nobody wants to know.</summary>
    internal ImportNotes? Notes { get; init; }

    /// <summary>Whether more files were referred to than are read.</summary>
    internal bool IsCut => _read > MaxFiles;

    /// <summary>Keeps the place of a unit that is read only if it is asked for, and does not count as referred to.</summary>
    internal void Expect(string path) => _units.TryAdd(path, new Lazy<CodeUnit?>(() => Load(path, int.MaxValue)));

    /// <summary>Keeps a unit that was read anyway.</summary>
    public void Add(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        _units.TryAdd(unit.Path, new Lazy<CodeUnit?>(unit));
    }

    /// <inheritdoc/>
    public CodeUnit? UnitOfPath(string path) => _units.GetOrAdd(path, p => new Lazy<CodeUnit?>(() => Read(p))).Value;

    /// <inheritdoc/>
    public IEnumerable<ModuleMatch> UnitsOfModule(string module, CodeUnit from)
    {
        foreach (var finder in finders)
        {
            if (finder.Language != from.Language)
                continue;
            var paths = finder.PathsOf(module, from.Path);
            if (Notes is not null)
                paths = Notes.Follow(from.Path, finder.Language, module, paths);
            foreach (var (path, certain) in paths)
            {
                Notes?.Open(path);
                if (UnitOfPath(path) is { } unit)
                    yield return new ModuleMatch(unit, certain);
            }
        }
    }

    private CodeUnit? Read(string path) => files.Exists(path) && Interlocked.Increment(ref _read) <= MaxFiles ? Load(path, MaxBytes) : null;

    private CodeUnit? Load(string path, int maxBytes)
    {
        var frontEnd = frontEnds.FirstOrDefault(f => f.Reads(new TreePath(path)));
        if (frontEnd is null)
            return null;
        return files.Read(path) is { } bytes && bytes.Length <= maxBytes ? frontEnd.Read(path, new FileContent(new TreePath(path), bytes).Text) : null;
    }
}
