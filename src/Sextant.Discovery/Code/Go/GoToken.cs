namespace Sextant.Discovery.Code.Go;

/// <summary>What a token is.</summary>
internal enum GoTokenKind : byte
{
    End,
    Name,
    Keyword,
    Number,
    Text,
    Operator,
    Semicolon,
}

/// <summary>A token: a piece of the source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The characters of an operator or keyword as one number; 0 for all others.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Line">The line on which it starts, from 1.</param>
internal readonly record struct GoToken(GoTokenKind Kind, int Code, int Start, int End, int Line);

/// <summary>Words of the language.</summary>
internal enum GoKeyword
{
    None,
    Break,
    Case,
    Chan,
    Const,
    Continue,
    Default,
    Defer,
    Else,
    Fallthrough,
    For,
    Func,
    Go,
    Goto,
    If,
    Import,
    Interface,
    Map,
    Package,
    Range,
    Return,
    Select,
    Struct,
    Switch,
    Type,
    Var,
}

/// <summary>Tells keywords from names.</summary>
internal static class GoKeywords
{
    public static GoKeyword Of(ReadOnlySpan<char> word) => word.Length is < 2 or > 11 ? GoKeyword.None : word switch
    {
        "break" => GoKeyword.Break,
        "case" => GoKeyword.Case,
        "chan" => GoKeyword.Chan,
        "const" => GoKeyword.Const,
        "continue" => GoKeyword.Continue,
        "default" => GoKeyword.Default,
        "defer" => GoKeyword.Defer,
        "else" => GoKeyword.Else,
        "fallthrough" => GoKeyword.Fallthrough,
        "for" => GoKeyword.For,
        "func" => GoKeyword.Func,
        "go" => GoKeyword.Go,
        "goto" => GoKeyword.Goto,
        "if" => GoKeyword.If,
        "import" => GoKeyword.Import,
        "interface" => GoKeyword.Interface,
        "map" => GoKeyword.Map,
        "package" => GoKeyword.Package,
        "range" => GoKeyword.Range,
        "return" => GoKeyword.Return,
        "select" => GoKeyword.Select,
        "struct" => GoKeyword.Struct,
        "switch" => GoKeyword.Switch,
        "type" => GoKeyword.Type,
        "var" => GoKeyword.Var,
        _ => GoKeyword.None,
    };
}
