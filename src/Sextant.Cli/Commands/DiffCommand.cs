using System.CommandLine;
using Sextant.Cli.Output;
using Sextant.Cli.Scanning;
using Sextant.Discovery;
using Sextant.Evidence.Changes;
using Sextant.Posture;
using Sextant.Posture.Compare;

namespace Sextant.Cli.Commands;

/// <summary><c>sextant diff BASE..HEAD</c>: what a change does to the posture.</summary>
internal static class DiffCommand
{
    private const string Table = "table";

    private static readonly Argument<string> Range = new("range")
    {
        Description = "BASE..HEAD, BASE...HEAD (from where they part), or BASE alone: against the working tree.",
    };

    private static readonly Option<string> Repository = new("--repository", "-r")
    {
        Description = "The repository, or a folder in it.", DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Format = new("--format", "-f") { Description = $"The format of what is printed: {Table}, {string.Join(", ", ChangeWriters.Formats)}." };

    private static readonly Option<string[]> Outputs = new("--output", "-o")
    {
        Description = "Writes a report to a file, in the format of its ending or as FORMAT=FILE. May be given several times.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> FailOnOption = new("--fail-on")
    {
        Description = "Exits with 1 if the change brings a finding of this severity or worse: info, low, medium, high, critical.",
    };

    private static readonly Option<string?> Owner = new("--owner") { Description = "Only findings at what this team or person owns." };

    private static readonly Option<bool> NoHistory = new("--no-history") { Description = "Leaves out what the commits between held and hold no longer." };

    private static readonly Option<bool> Vendored = new("--vendored") { Description = "Reads vendored and generated trees too (node_modules, vendor, dist)." };

    private static readonly Option<bool> ShowAll = new("--all") { Description = "Prints every finding, path and asset, not only the first." };

    private static readonly Option<bool> NoProgress = new("--no-progress") { Description = "Shows no progress." };

    public static Command Create()
    {
        var command = new Command("diff", "Says what a change does to the posture: findings, paths, assets and relations that appear or go.")
        {
            Range, Repository, Format, Outputs, FailOnOption, Owner, NoHistory, Vendored, ShowAll, CacheOptions.Folder, CacheOptions.None, NoProgress,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var plan = new ChangeReports(parsed.GetValue(Format), parsed.GetValue(Outputs) ?? []);
        if (plan.Mistake is { } wrong)
            return Mistake(wrong);
        if (!FailOn.TryRead(parsed.GetValue(FailOnOption), out var failOn, out var mistake))
            return Mistake(mistake);
        using var progress = ProgressLine.For(parsed.GetValue(NoProgress));
        try
        {
            var installation = new Installation();
            var options = new CollectOptions
            {
                History = !parsed.GetValue(NoHistory),
                Vendored = parsed.GetValue(Vendored),
                Cache = CacheOptions.Of(parsed, installation),
                Progress = progress.Show,
                Cancellation = cancellation,
            };
            var run = new DiffRun(installation, TimeProvider.System);
            var (change, before, after) = run.Run(parsed.GetValue(Repository) ?? ".", parsed.GetValue(Range) ?? "", parsed.GetValue(Owner), options);
            progress.Dispose();
            return plan.Write(change, before, after, parsed.GetValue(ShowAll)) is { } failure ? Mistake(failure) : Outcome(change, failOn);
        }
        catch (Exception e) when (e is TargetException or InstallationException)
        {
            return Mistake(e.Message);
        }
    }

    private static int Outcome(PostureChange change, Severity? failOn)
    {
        foreach (var error in change.Before.Coverage.Errors.Concat(change.After.Coverage.Errors).Distinct(StringComparer.Ordinal))
            Console.Error.WriteLine($"sextant: {error}");
        if (failOn is { } limit && change.Brings(limit))
            return ExitCode.Findings;
        return change.Before.Coverage.Errors.Count + change.After.Coverage.Errors.Count > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static int Mistake(string message)
    {
        Console.Error.WriteLine($"sextant: {message}");
        return ExitCode.Usage;
    }
}
