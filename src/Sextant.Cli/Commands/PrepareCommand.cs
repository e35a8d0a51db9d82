using System.CommandLine;
using Sextant.Cli.Scanning;

namespace Sextant.Cli.Commands;

/// <summary>
/// <c>sextant prepare</c>: parses the catalog and the rules once, so that no start has to. The launcher does it after a build. Not
/// shown in help.
/// </summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var command = new Command("prepare", "Parses the catalog and the rules once, so that no start has to.") { Hidden = true };
        command.SetAction(_ => new Installation().Prepare());
        return command;
    }
}
