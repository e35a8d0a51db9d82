namespace Sextant.Discovery.Code.CSharp;

/// <summary>What a token of C# is. Reserved words are kinds of their own (from <see cref="As"/> on); contextual ones are names.</summary>
internal enum TokenKind : byte
{
    End, Error,
    Name, Number, Text, Character,
    TemplateStart, TemplateText, HoleStart, HoleEnd, TemplateEnd,
    OpenRound, CloseRound, OpenSquare, CloseSquare, OpenCurly, CloseCurly,
    Comma, Semicolon, Colon, DoubleColon, Dot, Range, Question, Coalesce, Arrow, Assign, Augmented, CoalesceAssign,
    Less, Greater, LessEqual, GreaterEqual, Same, Different, AndAlso, OrElse, Ampersand, Bar, Caret, Tilde, Bang,
    Plus, Minus, Star, Slash, Percent, ShiftLeft, Increment, Decrement, PointerMember,
    As, Base, Break, Case, Catch, Checked, Class, Const, Continue, Default, Delegate, Do, Else, Enum, Event, Explicit, False, Finally, Fixed, For, Foreach,
    Goto, If, Implicit, In, Interface, Is, Lock, Namespace, New, Null, Operator, Out, Params, Ref, Return, Sizeof, Stackalloc, Struct, Switch, This,
    Throw, True, Try, Typeof, Unchecked, Using, While,
    Modifier,
    Predefined,
}

/// <summary>A token: what it is and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Line">The line of its first character, from 1.</param>
internal record struct Token(TokenKind Kind, int Start, int Length, int Line)
{
    /// <summary>For a bracket or template, the index of its other half, or -1; for a text, the line on which it ends.</summary>
    public int Link { get; set; } = -1;
}
