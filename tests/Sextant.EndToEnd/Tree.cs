namespace Sextant.EndToEnd;

/// <summary>A folder for one test, taken away at its end.</summary>
internal sealed class Tree : IDisposable
{
    public Tree(params (string Path, string Text)[] files)
    {
        Folder = Directory.CreateTempSubdirectory("sextant-").FullName;
        foreach (var (path, text) in files)
            Write(path, text);
    }

    public string Folder { get; }

    public string Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Folder);
        File.WriteAllText(file, text);
        return file;
    }

    public string Write(string path, byte[] bytes)
    {
        var file = Write(path, "");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFileSystemEntries(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, (UnixFileMode)0x1C0);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
