using System.CommandLine;
using Sextant.Cli.Output;
using Sextant.Cli.Scanning;
using Sextant.Discovery;
using Sextant.Posture;

namespace Sextant.Cli.Commands;

/// <summary><c>sextant scan [TARGET…]</c>: the whole path from targets to reports.</summary>
internal static class ScanCommand
{
    private static readonly Argument<string[]> Targets = new("target")
    {
        Description = "A folder, a git working tree, a bare repository, a git URL, or one file.",
        DefaultValueFactory = _ => ["."],
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Format = new("--format", "-f")
    {
        Description = $"The format of what is printed: table, {string.Join(", ", Reports.Formats)}.",
    };

    private static readonly Option<string[]> Outputs = new("--output", "-o")
    {
        Description = "Writes a report to a file, in the format of its ending or as FORMAT=FILE. May be given several times.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> FailOnOption = new("--fail-on")
    {
        Description = "Exits with 1 if there is a finding of this severity or worse: info, low, medium, high, critical.",
    };

    private static readonly Option<int> MinCoverage = new("--min-coverage")
    {
        Description = "Exits with 3 if less than this percentage of the files to be read could be read.",
    };

    private static readonly Option<bool> NoHistory = new("--no-history") { Description = "Leaves git history out." };

    private static readonly Option<bool> Vendored = new("--vendored") { Description = "Reads vendored and generated trees too (node_modules, vendor, dist)." };

    private static readonly Option<bool> Verify = new("--verify")
    {
        Description = "Checks found keys with the providers that issued them, by a call that only reads. Asks first; never done without this option.",
    };

    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Agrees to what would be asked." };

    private static readonly Option<bool> ShowAll = new("--all") { Description = "Prints every finding and path, not only the worst." };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "Only these inspectors look, for measurements.", Arity = ArgumentArity.ZeroOrMore, Hidden = true,
    };

    private static readonly Option<bool> NoProgress = new("--no-progress") { Description = "Shows no progress." };

    public static Command Create()
    {
        var command = new Command("scan", "Looks at targets and says what AI is there, what is wrong, and what to fix first.")
        {
            Targets, Format, Outputs, FailOnOption, MinCoverage, NoHistory, Vendored, Verify, Yes, ShowAll, Only, CacheOptions.Folder, CacheOptions.None, NoProgress,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (!Reports.TryPlan(parsed.GetValue(Format), parsed.GetValue(Outputs) ?? [], out var plan, out var mistake) ||
            !FailOn.TryRead(parsed.GetValue(FailOnOption), out var failOn, out mistake))
            return Mistake(mistake);

        if (parsed.GetValue(Verify) && !Consent.ToSendKeys(parsed.GetValue(Yes)))
            return Mistake("no key was checked and nothing was scanned; leave --verify out, or agree to it (--yes where nobody can answer)");

        using var progress = ProgressLine.For(parsed.GetValue(NoProgress));
        ScanResult result;
        try
        {
            var installation = new Installation();
            result = new ScanRun(installation, TimeProvider.System) { Only = parsed.GetValue(Only) ?? [], Verify = parsed.GetValue(Verify) }.Run(parsed.GetValue(Targets) ?? ["."], new CollectOptions
            {
                History = !parsed.GetValue(NoHistory),
                Vendored = parsed.GetValue(Vendored),
                Cache = CacheOptions.Of(parsed, installation),
                Progress = progress.Show,
                Cancellation = cancellation,
            });
        }
        catch (Exception e) when (e is TargetException or InstallationException)
        {
            return Mistake(e.Message);
        }

        progress.Dispose();
        if (plan.Write(result, parsed.GetValue(ShowAll)) is { } failure)
            return Mistake(failure);
        return Outcome(result, failOn, parsed.GetValue(MinCoverage));
    }

    private static int Outcome(ScanResult result, Severity? failOn, int minCoverage)
    {
        foreach (var error in result.Coverage.Errors)
            Console.Error.WriteLine($"sextant: {error}");
        if (failOn is { } limit && result.Findings.Any(f => f.Severity >= limit))
            return ExitCode.Findings;
        if (minCoverage > 0 && CoverageShare.Percent(result.Coverage) < minCoverage)
        {
            Console.Error.WriteLine($"sextant: {CoverageShare.Percent(result.Coverage):0.#} % of the files were read; --min-coverage asks for {minCoverage} %");
            return ExitCode.Incomplete;
        }

        return result.Coverage.Errors.Count > 0 ? ExitCode.Incomplete : ExitCode.Done;
    }

    private static int Mistake(string message)
    {
        Console.Error.WriteLine($"sextant: {message}");
        return ExitCode.Usage;
    }
}
