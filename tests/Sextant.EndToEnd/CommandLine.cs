using System.Diagnostics;
using System.Text.Json;

namespace Sextant.EndToEnd;

/// <summary>Runs the real command line in a process of its own.</summary>
internal static class CommandLine
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static readonly string Cache = Directory.CreateTempSubdirectory("sextant-cache-").FullName;

    public static Run Sextant(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Root,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "sextant-cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["CI"] = "true";
        start.Environment["XDG_CACHE_HOME"] = Cache;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output, errors.Result);
    }

    /// <summary>A scan as its JSON document. Timings aside, the run must have ended with the given code.</summary>
    public static JsonElement Scan(string target, int exitCode = 0, params string[] more)
    {
        var run = Sextant(["scan", target, "--format", "json", .. more]);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}, not {exitCode}: {run.Errors}");
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public static string Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Sextant.slnx")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not in the repository"));
}

/// <summary>What a run of the command line gave.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors);
