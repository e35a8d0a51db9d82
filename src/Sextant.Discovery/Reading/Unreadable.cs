namespace Sextant.Discovery.Reading;

/// <summary>Says in one line what could not be read, and what to do.</summary>
internal static class Unreadable
{
    /// <summary>The line for a path of the tree. The system's own message is left out: it holds absolute paths.</summary>
    public static string Line(string path, Exception reason) => reason switch
    {
        UnauthorizedAccessException => $"{path}: no permission to read it; run as a user who may, or leave it out in .sextantignore",
        FileNotFoundException or DirectoryNotFoundException => $"{path}: vanished while it was read; scan again",
        PathTooLongException => $"{path}: its path is too long to open; leave it out in .sextantignore",
        _ => $"{path}: the file system could not read it; check the disk, or leave it out in .sextantignore",
    };
}
