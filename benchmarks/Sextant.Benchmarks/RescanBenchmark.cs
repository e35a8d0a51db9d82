using System.Globalization;

namespace Sextant.Benchmarks;

/// <summary>
/// What a scan costs again: of a tree that did not change, after one edit, and after a file was added, beside the first scan. Works on a copy
/// with its history, and on a cache of its own.
/// </summary>
internal static class RescanBenchmark
{
    private const int Runs = 5;

    public static int Run(string root, string tree)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "out", "bench-rescan")).FullName;
        var (copy, cache) = (Path.Combine(folder, "tree"), Path.Combine(folder, "cache"));
        Processes.Once(["rm", "-rf", copy, cache]);
        Processes.Once(["cp", "-a", Path.GetFullPath(tree), copy]);
        // What changed within the last seconds is not trusted to be unchanged.
        Thread.Sleep(TimeSpan.FromSeconds(3));
        string[] scan =
        [
            "dotnet", Path.Combine(root, "out", "sextant", "sextant-cli.dll"), "scan", copy, "--cache", cache, "--no-progress", "--format", "json", "--output", Path.Combine(folder, "scan.json"),
        ];
        Processes.Once([.. scan, "--no-cache"]);
        var first = Median(() =>
        {
            Processes.Once(["rm", "-rf", cache]);
            return Processes.Once(scan);
        });
        Console.WriteLine($"rescan: {tree}, whole processes with history, medians of {Runs}");
        Console.WriteLine($"  first                {first}");
        Print("unchanged", Median(() => Processes.Once(scan)), first, "goal: under 0.10");
        var edits = 0;
        var edited = Source(copy);
        Print("after one edit", Median(() => Edited(edited, edits++, scan)), first, Path.GetRelativePath(copy, edited));
        Print("after a file is added", Median(() => Edited(Path.Combine(copy, $"added{edits++}.py"), edits, scan)), first, "");
        Processes.Once(["rm", "-rf", folder]);
        return 0;
    }

    private static Measured Edited(string file, int number, string[] scan)
    {
        File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"\nedit_{number} = {number}\n"));
        return Processes.Once(scan);
    }

    private static Measured Median(Func<Measured> run) => Measured.Median([.. Enumerable.Range(0, Runs).Select(_ => run())]);

    // A file of code in the middle of the tree.
    private static string Source(string tree)
    {
        var files = Directory.EnumerateFiles(tree, "*.py", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(f => new FileInfo(f).Length > 2000).Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files[files.Length / 2] : Path.Combine(tree, "added.py");
    }

    private static void Print(string what, Measured taken, Measured first, string note) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-20} {taken}   {taken.WallSeconds / first.WallSeconds:0.000} of the wall time, {taken.ProcessorSeconds / first.ProcessorSeconds:0.000} of the processor time{(note.Length > 0 ? $" ({note})" : "")}"));
}
