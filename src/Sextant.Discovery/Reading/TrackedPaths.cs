namespace Sextant.Discovery.Reading;

/// <summary>The files of git's index and the folders above them: an ignore pattern does not apply to what is tracked.</summary>
internal sealed class TrackedPaths
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>Of a folder that is no git working tree.</summary>
    public static TrackedPaths None => new();

    /// <summary>Adds a file and the folders above it.</summary>
    public void Add(string path)
    {
        for (var end = path.Length; end > 0; end = path.AsSpan(0, end).LastIndexOf('/'))
        {
            if (!_paths.Add(path[..end]))
                return;
        }
    }

    /// <summary>Whether a file is tracked, or a folder holds something that is.</summary>
    public bool Contains(string path) => _paths.Contains(path);
}
