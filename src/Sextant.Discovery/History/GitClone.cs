using System.ComponentModel;
using System.Diagnostics;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.History;

/// <summary>
/// A bare clone in a temporary folder, made by the <c>git</c> command with everything off that runs programs, asks questions
/// or fetches more than the repository itself. Gone when disposed.
/// </summary>
internal sealed class GitClone : IDisposable
{
    private static readonly string[] Hardening =
    [
        "-c", "protocol.ext.allow=never", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.symlinks=false",
        "-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "advice.detachedHead=false",
    ];

    private readonly DirectoryInfo _folder;

    private GitClone(DirectoryInfo folder) => _folder = folder;

    /// <summary>The repository.</summary>
    public string Path => System.IO.Path.Join(_folder.FullName, "repository.git");

    /// <summary>Clones a URL. Throws <see cref="TargetException"/> with what to do if that fails or takes longer than the limit.</summary>
    public static GitClone Of(string url, bool history, TimeSpan limit, CancellationToken cancellation)
    {
        if (url.StartsWith('-'))
            throw new TargetException("a target must not begin with '-'");
        var clone = new GitClone(Directory.CreateTempSubdirectory("sextant-clone-"));
        try
        {
            clone.Fetch(url, history, limit, cancellation);
            return clone;
        }
        catch
        {
            clone.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed lies in the system's temporary folder, which the system clears.
        }
    }

    private void Fetch(string url, bool history, TimeSpan limit, CancellationToken cancellation)
    {
        string[] depth = history ? [] : ["--depth", "1", "--single-branch"];
        string[] arguments = [.. Hardening, "clone", "--bare", "--quiet", "--template=", "--no-recurse-submodules", .. depth, "--", url, Path];
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        if (!Finish(process, limit, cancellation))
            throw new TargetException($"{RepositoryName.WithoutCredentials(url)} was not cloned within {limit.TotalMinutes:0} minutes; clone it yourself and name the folder");
        if (process.ExitCode != 0)
            throw new TargetException($"{RepositoryName.WithoutCredentials(url)} could not be cloned ({Reason(errors.Result, url)}); check the URL, and that git may read it without asking (a credential helper or an ssh key)");
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ASKPASS"] = "";
        start.Environment["SSH_ASKPASS"] = "";
        start.Environment["GCM_INTERACTIVE"] = "never";
        start.Environment["GIT_LFS_SKIP_SMUDGE"] = "1";
        start.Environment["LC_ALL"] = "C";
        start.Environment.TryAdd("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
        foreach (var name in new[] { "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_TEMPLATE_DIR" })
            start.Environment.Remove(name);
        try
        {
            var process = Process.Start(start) ?? throw new TargetException("git could not be started; install git to scan a URL");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception)
        {
            throw new TargetException("git is not installed; install it to scan a URL, or clone it yourself and name the folder");
        }
    }

    private static bool Finish(Process process, TimeSpan limit, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(limit);
        using var kill = stop.Token.Register(() => Kill(process));
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return !stop.IsCancellationRequested;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself just now.
        }
    }

    private static string Reason(string errors, string url)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = Array.Find(lines, l => l.StartsWith("fatal:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "git gave no reason";
        return line.Replace(url, RepositoryName.WithoutCredentials(url), StringComparison.Ordinal).Replace("fatal: ", "", StringComparison.Ordinal);
    }
}
