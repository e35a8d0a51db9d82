namespace Sextant.Discovery.Reading.Ignoring;

/// <summary>An ignore file, and those of the folders above it. The deepest file with an opinion decides.</summary>
/// <param name="Above">The layer of a folder further up; null at the root.</param>
/// <param name="File">The patterns.</param>
/// <param name="FolderLength">Characters of the folder's path with its slash; 0 at the root.</param>
internal sealed record IgnoreLayer(IgnoreLayer? Above, IgnoreFile File, int FolderLength)
{
    /// <summary>Whether a path of the tree is left out (true) or included again (false); null if no file says.</summary>
    public static bool? Decide(IgnoreLayer? layer, ReadOnlySpan<char> path, bool isDirectory)
    {
        for (; layer is not null; layer = layer.Above)
        {
            if (layer.File.Decide(path[layer.FolderLength..], isDirectory) is { } decision)
                return decision;
        }

        return null;
    }
}
