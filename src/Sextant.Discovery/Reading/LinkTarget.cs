namespace Sextant.Discovery.Reading;

/// <summary>Where a link of a tree leads. Nothing is opened.</summary>
internal static class LinkTarget
{
    /// <summary>Whether a link leads to something inside the tree. Broken links, and links into a ring, do not.</summary>
    public static bool IsInside(string root, string path)
    {
        try
        {
            var target = new FileInfo(Path.Join(root, path)).ResolveLinkTarget(returnFinalTarget: true);
            return target is not null && Path.Exists(target.FullName)
                && (Path.GetFullPath(target.FullName).TrimEnd('/') + "/").StartsWith(Path.GetFullPath(root).TrimEnd('/') + "/", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
