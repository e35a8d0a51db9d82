namespace Sextant.Posture.Assess.Language;

/// <summary>What a token of the pattern language is.</summary>
internal enum TokenKind
{
    End,
    Word,
    Number,
    Quoted,
    OpenParen,
    CloseParen,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,

    /// <summary><c>-[</c></summary>
    EdgeStart,

    /// <summary><c>]-&gt;</c></summary>
    ForwardEnd,

    /// <summary><c>&lt;-[</c></summary>
    BackwardStart,

    /// <summary><c>]-</c></summary>
    BackwardEnd,
    Comma,
    Colon,
    Bar,
    Star,
    DotDot,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A token and where it begins in the pattern's text.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset);

/// <summary>A mistake in a pattern or template, and where in its text.</summary>
/// <param name="Message">What is wrong and what is allowed.</param>
/// <param name="Offset">The character of the text, from 0.</param>
internal sealed record Mistake(string Message, int Offset);

/// <summary>Reading of a pattern cannot go on. Stays inside this assembly.</summary>
internal sealed class PatternSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
