using System.Collections.Concurrent;
using Sextant.Discovery.Code.Facts;
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

    /// <summary>Keeps a unit that was read anyway.</summary>
    public void Add(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        _units.TryAdd(unit.Path, new Lazy<CodeUnit?>(unit));
    }

    /// <inheritdoc/>
    public CodeUnit? UnitOfPath(string path) => _units.GetOrAdd(path, p => new Lazy<CodeUnit?>(() => Read(p))).Value;

    /// <inheritdoc/>
    public IEnumerable<ModuleMatch> UnitsOfModule(string module, string? member, CodeUnit from)
    {
        foreach (var finder in finders)
        {
            if (finder.Language != from.Language)
                continue;
            foreach (var (path, certain) in finder.PathsOf(module, member, from.Path))
            {
                if (UnitOfPath(path) is { } unit)
                    yield return new ModuleMatch(unit, certain);
            }
        }
    }

    private CodeUnit? Read(string path)
    {
        var frontEnd = frontEnds.FirstOrDefault(f => f.Reads(new TreePath(path)));
        if (frontEnd is null || !files.Exists(path) || Interlocked.Increment(ref _read) > MaxFiles)
            return null;
        return files.Read(path) is { Length: <= MaxBytes } bytes ? frontEnd.Read(path, new FileContent(new TreePath(path), bytes).Text) : null;
    }
}
