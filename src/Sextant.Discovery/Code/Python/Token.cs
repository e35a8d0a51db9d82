namespace Sextant.Discovery.Code.Python;

/// <summary>What a token of Python is. Operators and keywords (from <see cref="Or"/> on) are kinds of their own; soft keywords are names.</summary>
internal enum TokenKind : byte
{
    End, NewLine, Error,
    Name, Number, Text,
    TemplateStart, TemplateText, FieldStart, FieldSpec, FieldEnd, TemplateEnd,
    OpenRound, CloseRound, OpenSquare, CloseSquare, OpenCurly, CloseCurly,
    Comma, Colon, Semicolon, Dot, Ellipsis, Arrow, Walrus, Equal, Bang, Augmented,
    Less, Greater, LessEqual, GreaterEqual, Same, Different,
    Bar, Caret, Ampersand, ShiftLeft, ShiftRight, Plus, Minus, Star, Slash, DoubleSlash, Percent, At, Tilde, Power,
    Or, And, Not, In, Is, None, True, False, If, Else, Elif, For, While, Def, Class, Return, Yield, Lambda, Async, Await, Import, From, As, With,
    Try, Except, Finally, Raise, Assert, Del, Pass, Break, Continue, Global, Nonlocal,
}

/// <summary>A token: where it stands, and what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstOnLine">Whether it begins a line (that no backslash joins to the one before).</param>
/// <param name="Column">Its indentation if it is first on its line; a tab goes to the next multiple of eight.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Line">The line of its first character, from 1.</param>
internal record struct Token(TokenKind Kind, bool FirstOnLine, ushort Column, int Start, int Length, int Line)
{
    /// <summary>For a bracket, the index of its other half, or -1; for a text, the line on which it ends.</summary>
    public int Link { get; set; } = -1;
}
