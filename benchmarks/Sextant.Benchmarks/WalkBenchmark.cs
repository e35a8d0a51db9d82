using Sextant.Discovery.Reading;

namespace Sextant.Benchmarks;

/// <summary>How long it takes to list the files of a folder.</summary>
internal static class WalkBenchmark
{
    public static int Run(string folder)
    {
        var files = 0;
        var time = Stopwatches.Best(5, () => files = TreeWalker.Walk(folder, new WalkOptions(), new CoverageTally()).Files.Count);
        Console.WriteLine($"walk: {files} files in {time.Wall.TotalMilliseconds:0} ms wall, {time.Cores.TotalMilliseconds * 1000 / Math.Max(1, files):0.0} µs a file");
        return 0;
    }
}
