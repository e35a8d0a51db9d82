using System.CommandLine;
using Sextant.Cli.Scanning;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Assess.Rules;
using Sextant.Posture.Assess.Testing;

namespace Sextant.Cli.Commands;

/// <summary><c>sextant rules list|show|test</c>: what is checked, and that it checks what it says.</summary>
internal static class RulesCommand
{
    private static readonly Option<string?> Folder = new("--rules") { Description = "Another folder of rules, instead of those that ship with Sextant.", Recursive = true };

    private static readonly Argument<string> Id = new("rule") { Description = "The rule's id." };

    private static readonly Argument<string[]> Only = new("rule") { Description = "Only these rules.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var list = new Command("list", "Lists the rules, worst first.");
        list.SetAction(parsed => With(parsed, List));
        var show = new Command("show", "Shows one rule: what it looks for and why, what to do, its examples.") { Id };
        show.SetAction(parsed => With(parsed, rules => Show(rules, parsed.GetValue(Id) ?? "")));
        var test = new Command("test", "Runs the examples that are in each rule.") { Only };
        test.SetAction(parsed => With(parsed, rules => Test(rules, parsed.GetValue(Only) ?? [])));
        return new Command("rules", "Reads and tests the rules.") { list, show, test, Folder };
    }

    private static int With(ParseResult parsed, Func<IReadOnlyList<Rule>, int> run)
    {
        var installation = new Installation();
        var rules = installation.RulesOf(parsed.GetValue(Folder) ?? installation.RulesFolder, examples: true);
        foreach (var error in rules.Errors)
            Console.Error.WriteLine($"sextant: {error}");
        var code = run(rules.Rules);
        return rules.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static int List(IReadOnlyList<Rule> rules)
    {
        foreach (var rule in rules.OrderByDescending(r => r.Severity).ThenBy(r => r.Id, StringComparer.Ordinal))
            Console.Out.WriteLine($"{Kebab<Severity>.Name(rule.Severity),-9} {rule.Id,-48} {rule.Title}");
        return ExitCode.Done;
    }

    private static int Show(IReadOnlyList<Rule> rules, string id)
    {
        if (rules.FirstOrDefault(r => r.Id == id) is not { } rule)
        {
            Console.Error.WriteLine($"sextant: there is no rule '{id}'; 'sextant rules list' names them all");
            return ExitCode.Usage;
        }

        Console.Out.WriteLine($"{rule.Title}  ({rule.Id}, {Kebab<Severity>.Name(rule.Severity)})\n\n{rule.Description.Trim()}\n\nIt looks for");
        foreach (var line in RuleExplainer.Explain(rule))
            Console.Out.WriteLine($"  {line}");
        var info = rule.ToInfo();
        Console.Out.WriteLine($"\nWhat to do ({rule.Fix.Effort})");
        foreach (var step in info.Steps)
            Console.Out.WriteLine($"  - {step}");
        Console.Out.WriteLine($"\nFrameworks  {string.Join(", ", info.Frameworks)}\nExamples    {string.Join(", ", rule.Examples.Select(e => $"{Kebab<ExampleKind>.Name(e.Kind)}/{e.Name}"))}\nFile        {rule.File}");
        return ExitCode.Done;
    }

    private static int Test(IReadOnlyList<Rule> rules, string[] only)
    {
        var results = rules.Where(r => only.Length == 0 || only.Contains(r.Id, StringComparer.Ordinal)).SelectMany(RuleTester.Test).ToArray();
        foreach (var result in results.Where(r => !r.Passed || only.Length > 0))
            Console.Out.WriteLine(result);
        var failed = results.Count(r => !r.Passed);
        Console.Out.WriteLine($"{results.Length - failed} passed, {failed} failed");
        return failed > 0 || results.Length == 0 ? ExitCode.Findings : ExitCode.Done;
    }
}
