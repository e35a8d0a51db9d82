using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>The reserved words of Python 3.</summary>
internal static class Keywords
{
    /// <summary>The kind of a word: a keyword's own, or <see cref="Name"/>.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word) => word switch
    {
        "None" => None, "True" => True, "False" => False,
        "and" => And, "or" => Or, "not" => Not, "in" => In, "is" => Is,
        "if" => If, "else" => Else, "elif" => Elif, "for" => For, "while" => While,
        "def" => Def, "class" => Class, "return" => Return, "yield" => Yield, "lambda" => Lambda,
        "async" => Async, "await" => Await, "import" => Import, "from" => From, "as" => As, "with" => With,
        "try" => Try, "except" => Except, "finally" => Finally, "raise" => Raise, "assert" => Assert, "del" => Del,
        "pass" => Pass, "break" => Break, "continue" => Continue, "global" => Global, "nonlocal" => Nonlocal,
        _ => Name,
    };

    /// <summary>Whether a keyword can only begin a statement, so that an open bracket before it was never closed.</summary>
    public static bool OnlyBeginsStatement(TokenKind kind) => kind
        is Def or Class or Return or Import or With or Try or Except or Finally or Raise or Assert or Del or Pass or Break or Continue
        or Global or Nonlocal or While or Elif;
}
