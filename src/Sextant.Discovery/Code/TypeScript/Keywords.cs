using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Reserved words.</summary>
internal static class Keywords
{
    /// <summary>The longest reserved word.</summary>
    public const int MaxLength = 10;

    /// <summary>The kind of a word.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word) => word.Length switch
    {
        2 => word switch { "do" => Do, "if" => If, "in" => In, _ => Name },
        3 => word switch { "for" => For, "new" => New, "try" => Try, "var" => Var, _ => Name },
        4 => word switch { "case" => Case, "else" => Else, "enum" => TokenKind.Enum, "null" => Null, "this" => This, "true" => True, "void" => TokenKind.Void, "with" => With, _ => Name },
        5 => word switch
        {
            "await" => Await, "break" => Break, "catch" => Catch, "class" => Class, "const" => Const, "false" => False, "super" => Super,
            "throw" => Throw, "while" => While, "yield" => Yield, _ => Name,
        },
        6 => word switch
        {
            "delete" => TokenKind.Delete, "export" => Export, "import" => Import, "return" => Return, "switch" => Switch, "typeof" => TypeOf, _ => Name,
        },
        7 => word switch { "default" => Default, "extends" => Extends, "finally" => Finally, _ => Name },
        8 => word switch { "continue" => Continue, "debugger" => Debugger, "function" => Function, _ => Name },
        10 => word is "instanceof" ? InstanceOf : Name,
        _ => Name,
    };

    /// <summary>Whether a kind is a reserved word.</summary>
    public static bool IsReserved(TokenKind kind) => kind >= Break;

    /// <summary>Whether a token can be the name of a member: any word can.</summary>
    public static bool IsWord(TokenKind kind) => kind == Name || kind >= Break;

    /// <summary>Whether nothing but a statement begins so.</summary>
    public static bool BeginsStatement(TokenKind kind) => kind
        is Break or Class or Const or Continue or Debugger or Do or TokenKind.Enum or Export or For or If or Import or Return or Switch or Throw or Try or Var or While;

    /// <summary>Whether a value ends with a token of this kind, so that a slash after it divides and an angle compares.</summary>
    public static bool EndsValue(TokenKind kind) => kind
        is Name or PrivateName or Number or Text or Regex or TemplateEnd or CloseRound or CloseSquare or CloseCurly or MarkupClose or MarkupSelfEnd
        or This or Super or Null or True or False;
}
