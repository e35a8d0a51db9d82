using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Operators between two values.</summary>
internal static class Operators
{
    /// <summary>The precedence of comparisons, of <c>in</c> and <c>as</c>.</summary>
    public const int Relational = 8;

    /// <summary>The precedence of shifts.</summary>
    public const int Shift = 9;

    /// <summary>How tightly an operator binds, from 1; 0 if it is none.</summary>
    public static int Precedence(TokenKind kind) => kind switch
    {
        Coalesce => 1,
        Or => 2,
        And => 3,
        Bar => 4,
        Caret => 5,
        Ampersand => 6,
        Same or Different => 7,
        Less or Greater or LessEqual or GreaterEqual or InstanceOf or In => Relational,
        ShiftLeft => Shift,
        Plus or Minus => 10,
        Star or Slash or Percent => 11,
        Power => 12,
        _ => 0,
    };

    /// <summary>How facts name an operator.</summary>
    public static string Name(TokenKind kind) => kind switch
    {
        Coalesce => "??",
        Or => "||",
        And => "&&",
        Bar => "|",
        Caret => "^",
        Ampersand => "&",
        Same => "==",
        Different => "!=",
        Less => "<",
        Greater => ">",
        LessEqual => "<=",
        GreaterEqual => ">=",
        InstanceOf => "instanceof",
        In => "in",
        ShiftLeft => "<<",
        Plus => "+",
        Minus => "-",
        Star => "*",
        Slash => "/",
        Percent => "%",
        _ => "**",
    };
}
