using System.Diagnostics;

namespace Sextant.Benchmarks;

/// <summary>Measures what a piece of work takes: the best of several runs, in wall time and in time of all cores.</summary>
internal static class Stopwatches
{
    public static (TimeSpan Wall, TimeSpan Cores) Best(int runs, Action work)
    {
        var (wall, cores) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        using var process = Process.GetCurrentProcess();
        for (var run = 0; run < runs; run++)
        {
            process.Refresh();
            var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
            work();
            wall = TimeSpan.FromTicks(Math.Min(wall.Ticks, watch.Elapsed.Ticks));
            process.Refresh();
            cores = TimeSpan.FromTicks(Math.Min(cores.Ticks, (process.TotalProcessorTime - before).Ticks));
        }

        return (wall, cores);
    }

    public static string PerSecond(long bytes, TimeSpan time) => $"{bytes / 1e9 / time.TotalSeconds:0.00} GB/s";
}
