using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>How tightly binary operators bind, and how they are written in facts.</summary>
internal static class Operators
{
    public const int Lowest = 1;
    public const int Comparison = 4;
    public const int BitOr = 5;

    /// <summary>The precedence of a binary operator; 0 for everything else.</summary>
    public static int Precedence(TokenKind kind) => kind switch
    {
        Or => 1,
        And => 2,
        Less or Greater or LessEqual or GreaterEqual or Same or Different or In or Is or Not => Comparison,
        Bar => BitOr,
        Caret => 6,
        Ampersand => 7,
        ShiftLeft or ShiftRight => 8,
        Plus or Minus => 9,
        Star or Slash or DoubleSlash or Percent or At => 10,
        _ => 0,
    };

    /// <summary>The operator as facts name it.</summary>
    public static string Name(TokenKind kind) => kind switch
    {
        Or => "or",
        And => "and",
        Less => "<",
        Greater => ">",
        LessEqual => "<=",
        GreaterEqual => ">=",
        Same => "==",
        Different => "!=",
        In => "in",
        Is => "is",
        Not => "not",
        Bar => "|",
        Caret => "^",
        Ampersand => "&",
        ShiftLeft => "<<",
        ShiftRight => ">>",
        Plus => "+",
        Minus => "-",
        Star => "*",
        Slash => "/",
        DoubleSlash => "//",
        Percent => "%",
        At => "@",
        Tilde => "~",
        Power => "**",
        _ => "",
    };
}
