using System.Diagnostics;
using System.Globalization;

namespace Sextant.Benchmarks;

/// <summary>Runs whole commands and measures them from outside: wall and processor seconds, peak memory.</summary>
internal static class Processes
{
    /// <summary>Runs two commands in turn (A B A B …) after one warm-up each, and gives the medians of both.</summary>
    public static (Measured A, Measured B) Pair(string[] a, string[] b, int runs = 5)
    {
        Run(a);
        Run(b);
        var first = new List<Measured>();
        var second = new List<Measured>();
        for (var i = 0; i < runs; i++)
        {
            first.Add(Run(a));
            second.Add(Run(b));
        }

        return (Measured.Median(first), Measured.Median(second));
    }

    /// <summary>Runs short commands in turn, and gives of each the median of the wall time and the mean of the processor time.</summary>
    public static Measured[] InTurn(int runs, params string[][] commands)
    {
        var taken = commands.Select(_ => new List<Measured>()).ToArray();
        for (var run = -1; run < runs; run++)
        {
            for (var i = 0; i < commands.Length; i++)
            {
                var one = Run(commands[i]);
                if (run >= 0)
                    taken[i].Add(one);
            }
        }

        // The kernel counts processor time in hundredths of a second, of which only many runs make a figure.
        return [.. taken.Select(t => Measured.Median(t) with { ProcessorSeconds = t.Average(m => m.ProcessorSeconds) })];
    }

    /// <summary>Whether a program can be started.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The folder of the repository whose benchmarks run.</summary>
    public static string RootOfRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sextant.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Sextant.slnx is in no folder above this program");
    }

    /// <summary>The command that the launcher built: native code, or what the runtime starts.</summary>
    public static string[] Sextant(string root)
    {
        var program = Path.Combine(root, "out", "sextant", "sextant-cli");
        return File.Exists($"{program}.dll") ? ["dotnet", $"{program}.dll"] : [program];
    }

    /// <summary>What a command prints.</summary>
    public static string Output(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}");
    }

    /// <summary>Runs a command once.</summary>
    public static Measured Once(string[] command) => Run(command);

    private static Measured Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command[1..])
            start.ArgumentList.Add(argument);
        var before = SecondsOfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var peak = 0L;
        while (!process.WaitForExit(5))
            peak = Math.Max(peak, PeakKilobytes(process.Id));
        Task.WaitAll(output, errors);
        return new Measured(watch.Elapsed.TotalSeconds, SecondsOfChildren() - before, peak / 1024.0);
    }

    // What ended children took, in ticks of which Linux counts a hundred a second; the name, which may hold spaces, ends with a bracket.
    private static double SecondsOfChildren()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    // The kernel's own high-water mark, read while the process lives.
    private static long PeakKilobytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

/// <summary>What a run of a command took.</summary>
internal sealed record Measured(double WallSeconds, double ProcessorSeconds, double PeakMegabytes)
{
    public static Measured Median(List<Measured> runs)
    {
        double Middle(Func<Measured, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);
        return new Measured(Middle(r => r.WallSeconds), Middle(r => r.ProcessorSeconds), runs.Max(r => r.PeakMegabytes));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{WallSeconds,7:0.00} s wall  {ProcessorSeconds,7:0.00} s cpu  {PeakMegabytes,6:0} MB");
}
