using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Tells a command whose program is written into the code from one that a caller chooses. <c>["git", "log", name]</c> runs git
/// and nothing else; <c>["sh", "-c", text]</c> and <c>shell=True</c> run what they are given.
/// </summary>
internal static class FixedCommand
{
    private static readonly string[] Interpreters = ["sh", "bash", "zsh", "dash", "cmd", "powershell", "pwsh", "python", "python3", "node", "perl", "ruby", "env", "sudo", "xargs"];
    private static readonly string[] Inline = ["-c", "-e", "-lc", "/c", "-Command", "-EncodedCommand", "--eval", "-"];

    /// <summary>Whether a command runs one program that the code names, and no text as code.</summary>
    public static bool Is(Expression command) => command switch
    {
        Expression.Sequence { Items: { Count: > 0 } items } => IsProgram(items[0], items.Skip(1)),
        Expression.Text => true,
        _ => false,
    };

    private static bool IsProgram(Expression program, IEnumerable<Expression> rest) => program switch
    {
        Expression.Text text when !IsInterpreter(text.Value) => true,
        // An interpreter is fixed where the script or module that it runs is.
        Expression.Text or Expression.Member { Target: Expression.Name { Id: "sys" }, Id: "executable" } =>
            rest.FirstOrDefault(r => r is not Expression.Text { Value: "-m" or "-u" or "-I" }) is Expression.Text first && !Inline.Contains(first.Value, StringComparer.Ordinal),
        _ => false,
    };

    private static bool IsInterpreter(string program) =>
        Interpreters.Contains(program[(program.LastIndexOfAny(['/', '\\']) + 1)..].Replace(".exe", "", StringComparison.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
}
