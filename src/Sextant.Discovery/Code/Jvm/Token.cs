namespace Sextant.Discovery.Code.Jvm;

/// <summary>What a token of Java or Kotlin is. Keywords are names; a parser tells them apart where they matter.</summary>
internal enum TokenKind : byte
{
    End, Error, Name, Number, Text, Template,
    OpenRound, CloseRound, OpenSquare, CloseSquare, OpenCurly, CloseCurly,
    Comma, Semicolon, Dot, SafeDot, Reference, Colon, Question, Elvis, Arrow, At, Ellipsis,
    Equal, Augmented, Increment, Bang, NotNull, Less, Greater, And, Or, Plus, Minus, Star, Ampersand, Bar, Binary,
}

/// <summary>A token: where it stands, and what it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstOnLine">Whether it begins a line.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Line">The line of its first character, from 1.</param>
internal record struct Token(TokenKind Kind, bool FirstOnLine, int Start, int Length, int Line)
{
    /// <summary>For a bracket, the index of its other half, or -1; for a text, the line on which it ends.</summary>
    public int Link { get; set; } = -1;
}
