using System.Diagnostics;
using System.Text;

namespace Sextant.Discovery.Tests.Reading;

/// <summary>A folder that a test fills and that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("sextant-test-").FullName;

    public string Root { get; }

    public string At(string path) => Path.Join(Root, path);

    public TemporaryFolder With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public TemporaryFolder With(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path)) ?? Root);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    /// <summary>Runs git here, with an identity and dates that are always the same, and returns what it printed.</summary>
    public string Git(params string[] arguments) => Run("git", [.. Identity, .. arguments]);

    /// <summary>Runs a program here and returns what it printed; fails the test if it fails.</summary>
    public string Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = $"{Clock++} +0000";
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
    }

    private int Clock { get; set; } = 1_700_000_000;

    private static string[] Identity => ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"];
}
