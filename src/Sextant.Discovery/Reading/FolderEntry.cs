using System.IO.Enumeration;

namespace Sextant.Discovery.Reading;

/// <summary>What a folder says about one of its entries.</summary>
internal readonly record struct FolderEntry(string Name, bool IsFolder, bool IsLink, long Length)
{
    private static readonly EnumerationOptions OneFolder = new()
    {
        AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false, ReturnSpecialDirectories = false,
    };

    private static readonly EnumerationOptions AllFolders = new()
    {
        AttributesToSkip = 0, IgnoreInaccessible = true, RecurseSubdirectories = true, MaxRecursionDepth = 256, ReturnSpecialDirectories = false,
    };

    /// <summary>The entries of a folder by name; throws what the file system says.</summary>
    public static List<FolderEntry> ListOf(string folder)
    {
        List<FolderEntry> entries = [.. new FileSystemEnumerable<FolderEntry>(folder, Of, OneFolder)];
        entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return entries;
    }

    /// <summary>How many files lie in a folder at any depth, links not followed; counts no further than <paramref name="limit"/>.</summary>
    public static long Count(string folder, long limit)
    {
        var files = new FileSystemEnumerable<bool>(folder, (ref _) => true, AllFolders)
        {
            ShouldIncludePredicate = (ref e) => !IsLinked(ref e) && !e.IsDirectory,
            ShouldRecursePredicate = (ref e) => !IsLinked(ref e),
        };
        try
        {
            return files.Take((int)Math.Min(limit, int.MaxValue)).LongCount();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static FolderEntry Of(ref FileSystemEntry entry)
    {
        var isLink = IsLinked(ref entry);
        var isFolder = !isLink && entry.IsDirectory;
        return new(entry.FileName.ToString(), isFolder, isLink, isLink || isFolder ? 0 : entry.Length);
    }

    private static bool IsLinked(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;
}
