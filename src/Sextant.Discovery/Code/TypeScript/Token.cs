namespace Sextant.Discovery.Code.TypeScript;

/// <summary>
/// What a token of TypeScript is. Reserved words (from <see cref="Break"/> on) are kinds of their own; words that are reserved
/// only in places are names.
/// </summary>
internal enum TokenKind : byte
{
    End, Error,
    Name, PrivateName, Number, Text, Regex,
    TemplateStart, TemplateText, FieldStart, FieldEnd, TemplateEnd,
    MarkupOpen, MarkupName, MarkupEqual, MarkupTagEnd, MarkupSelfEnd, MarkupClose,
    OpenRound, CloseRound, OpenSquare, CloseSquare, OpenCurly, CloseCurly,
    Comma, Colon, Semicolon, Dot, OptionalDot, Ellipsis, Arrow, Question, Bang, At, Tilde, Increment, Decrement,
    Equal, Augmented, OrAssign,
    Coalesce, Or, And, Bar, Caret, Ampersand, Same, Different, Less, Greater, LessEqual, GreaterEqual, ShiftLeft, Plus, Minus, Star, Slash, Percent, Power,
    Break, Case, Catch, Class, Const, Continue, Debugger, Default, Delete, Do, Else, Enum, Export, Extends, False, Finally, For, Function, If, Import, In,
    InstanceOf, New, Null, Return, Super, Switch, This, Throw, True, Try, TypeOf, Var, Void, While, With, Await, Yield,
}

/// <summary>A token: where it stands, and what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstOnLine">Whether a line ends before it.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Line">The line of its first character, from 1.</param>
internal record struct Token(TokenKind Kind, bool FirstOnLine, int Start, int Length, int Line)
{
    /// <summary>For a bracket, the index of its other half, or -1; for a text, the line on which it ends.</summary>
    public int Link { get; set; } = -1;
}
