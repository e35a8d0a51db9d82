using System.Collections.Frozen;

namespace Sextant.Discovery.Code.Go;

/// <summary>Operators of Go.</summary>
internal static class Operator
{
    private static readonly (string Written, int Strength)[] Binary =
    [
        ("||", 1), ("&&", 2), ("==", 3), ("!=", 3), ("<", 3), ("<=", 3), (">", 3), (">=", 3),
        ("+", 4), ("-", 4), ("|", 4), ("^", 4), ("*", 5), ("/", 5), ("%", 5), ("<<", 5), (">>", 5), ("&", 5), ("&^", 5),
    ];

    private static readonly FrozenDictionary<int, (string Written, int Strength)> ByCode = Binary.ToFrozenDictionary(b => GoLexer.Code(b.Written));

    private static readonly FrozenDictionary<int, string> Assignments =
        Binary.Where(b => b.Strength > 3).ToFrozenDictionary(b => GoLexer.Code(b.Written + "="), b => b.Written);

    /// <summary>The operator between two operands that a token is, and how strongly it binds; 0 if it is none.</summary>
    public static (string Written, int Strength) Of(GoToken token) =>
        token.Kind == GoTokenKind.Operator && ByCode.TryGetValue(token.Code, out var found) ? found : ("", 0);

    /// <summary>The operator of <c>+=</c> and the like; null if a token is no such thing.</summary>
    public static string? IsAssignment(GoToken token) =>
        token.Kind == GoTokenKind.Operator && Assignments.TryGetValue(token.Code, out var found) ? found : null;
}
