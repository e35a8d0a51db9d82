using Spectre.Console;

namespace Sextant.Cli.Output;

/// <summary>Where text for people goes.</summary>
internal static class Terminal
{
    private const int PlainWidth = 1000;

    /// <summary>Stdout, coloured if it is a terminal; or a writer, plain and unbroken.</summary>
    public static IAnsiConsole Of(TextWriter? writer)
    {
        var plain = writer is not null || Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer ?? Console.Out),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (plain)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
