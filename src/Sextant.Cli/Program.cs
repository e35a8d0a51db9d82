using System.CommandLine;
using Sextant.Cli;
using Sextant.Cli.Commands;

var root = new RootCommand("Finds where AI runs, what it can touch, and what must be fixed first.")
{
    ScanCommand.Create(),
    DiffCommand.Create(),
    RulesCommand.Create(),
    VocabularyCommand.Create(),
    PrepareCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return parsed.Invoke();

foreach (var error in parsed.Errors)
    Console.Error.WriteLine($"sextant: {error.Message}");
Console.Error.WriteLine("sextant: see 'sextant --help'");
return ExitCode.Usage;
