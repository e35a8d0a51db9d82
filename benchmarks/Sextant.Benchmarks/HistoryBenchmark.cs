using System.Diagnostics;
using Sextant.Discovery;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Benchmarks;

/// <summary>How fast all contents of a repository's history are read and searched, beside what git itself takes to print them.</summary>
internal static class HistoryBenchmark
{
    public static int Run(string repository, string[] literals)
    {
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            Coverage coverage = Coverage.None;
            var counter = new Counter(literals);
            var time = Stopwatches.Best(2, () =>
            {
                counter = new Counter(literals);
                coverage = new RepositoryCollector(() => [counter]).Collect(repository, new CollectOptions { Parallelism = threads }, new MapBuilder());
            });
            Console.WriteLine($"history: {threads} threads, {coverage.Commits} commits, {coverage.Blobs} contents, {counter.Bytes / 1e6:0} MB offered: {time.Wall.TotalSeconds:0.00} s wall, {time.Cores.TotalSeconds:0.00} s of cores");
            foreach (var error in coverage.Errors.Take(5))
                Console.WriteLine($"  {error}");
        }

        var git = Stopwatch.StartNew();
        var bytes = Git(repository);
        Console.WriteLine($"git cat-file --batch-all-objects --batch: {bytes / 1e6:0} MB in {git.Elapsed.TotalSeconds:0.00} s wall");
        return 0;
    }

    private static long Git(string repository)
    {
        var start = new ProcessStartInfo("git", ["cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer"]) { WorkingDirectory = repository, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git");
        var buffer = new byte[1 << 20];
        var total = 0L;
        for (int read; (read = process.StandardOutput.BaseStream.Read(buffer)) > 0;)
            total += read;
        process.WaitForExit();
        return total;
    }

    private sealed class Counter(string[] literals) : IInspector
    {
        private long _bytes;

        public long Bytes => Interlocked.Read(ref _bytes);

        public string Name => "counter";

        public bool ReadsHistory => true;

        public IReadOnlyList<string> Triggers { get; } = literals;

        public bool Wants(TreePath path) => true;

        public void Inspect(FileContent file, TreeContext tree) => Interlocked.Add(ref _bytes, file.Bytes.Length);
    }
}
