using System.Collections.Concurrent;

namespace Sextant.Discovery.Memory;

/// <summary>Notes, from any thread, which imports were followed from which file, and which files of code were opened for it.</summary>
internal sealed class ImportNotes
{
    private readonly ConcurrentDictionary<(string From, string Module), (string Path, bool Certain)[]> _followed = new();
    private readonly ConcurrentDictionary<string, byte> _opened = new(StringComparer.Ordinal);

    /// <summary>Files that were opened.</summary>
    public IEnumerable<string> Opened => _opened.Keys;

    /// <summary>The imports followed from each file.</summary>
    public ILookup<string, FollowedImport> Followed => _followed.ToLookup(f => f.Key.From, f => new FollowedImport(f.Key.Module, f.Value), StringComparer.Ordinal);

    /// <summary>Notes that an import was followed, and returns where it leads.</summary>
    public IEnumerable<(string Path, bool Certain)> Follow(string from, string language, string module, IEnumerable<(string Path, bool Certain)> paths) =>
        _followed.GetOrAdd((from, $"{language}:{module}"), _ => [.. paths]);

    /// <summary>Notes that a file was opened.</summary>
    public void Open(string path) => _opened.TryAdd(path, 0);
}
