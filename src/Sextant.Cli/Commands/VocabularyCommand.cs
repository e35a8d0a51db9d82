using System.CommandLine;
using Sextant.Cli.Scanning;
using Sextant.Discovery;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Secrets;

namespace Sextant.Cli.Commands;

/// <summary>
/// <c>sextant vocabulary</c>: the literals that a scan searches files for, one a line, so that other tools can be measured at
/// the same work. Not shown in help.
/// </summary>
internal static class VocabularyCommand
{
    private static readonly Option<string[]> Only = new("--only") { Description = "Only the literals of these inspectors.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var command = new Command("vocabulary", "Prints the literals that files are searched for, one a line.") { Only };
        command.Hidden = true;
        command.SetAction(parsed => Print(parsed.GetValue(Only) ?? []));
        return command;
    }

    private static void Print(string[] only)
    {
        var inspectors = Inspectors.For(new Installation(), new FingerprintKey(new byte[32]), new ScanNotes(new IgnoreComments(), new Register()), null, only);
        foreach (var literal in inspectors.SelectMany(i => i.Triggers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Console.WriteLine(literal);
    }
}
