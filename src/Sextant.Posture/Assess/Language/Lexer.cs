using System.Globalization;

namespace Sextant.Posture.Assess.Language;

/// <summary>Splits a pattern's text into tokens. Bounded: a text or a number of tokens beyond the limits is a mistake.</summary>
internal static class Lexer
{
    /// <summary>Characters that one pattern may have.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Tokens that one pattern may have.</summary>
    public const int MaxTokens = 4_000;

    /// <summary>All tokens, ending with <see cref="TokenKind.End"/>.</summary>
    public static List<Token> Read(string text)
    {
        if (text.Length > MaxLength)
            throw new PatternSyntaxException($"a pattern of {text.Length:N0} characters is too long; {MaxLength:N0} are allowed", 0);
        var tokens = new List<Token>(64);
        for (var at = SkipSpace(text, 0); at < text.Length; at = SkipSpace(text, at))
        {
            if (tokens.Count == MaxTokens)
                throw new PatternSyntaxException($"a pattern may have {MaxTokens:N0} signs and words, not more", at);
            var token = Next(text, at, out at);
            tokens.Add(token);
        }

        tokens.Add(new Token(TokenKind.End, "the end", text.TrimEnd().Length));
        return tokens;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static Token Next(string text, int at, out int end)
    {
        if (text[at] is '\'' or '"')
            return Quoted(text, at, out end);
        if (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')
            return WordOrNumber(text, at, out end);
        var (kind, length) = Sign(text.AsSpan(at));
        if (length == 0)
            throw new PatternSyntaxException($"'{Shown(text, at)}' means nothing in a pattern", at);
        end = at + length;
        return new Token(kind, text.Substring(at, length), at);
    }

    // Longest first, so that "]->" is not read as "]-" and ">".
    private static (TokenKind Kind, int Length) Sign(ReadOnlySpan<char> text) => text switch
    {
        ['(', ..] => (TokenKind.OpenParen, 1),
        [')', ..] => (TokenKind.CloseParen, 1),
        ['{', ..] => (TokenKind.OpenBrace, 1),
        ['}', ..] => (TokenKind.CloseBrace, 1),
        ['[', ..] => (TokenKind.OpenBracket, 1),
        [']', '-', '>', ..] => (TokenKind.ForwardEnd, 3),
        [']', '-', ..] => (TokenKind.BackwardEnd, 2),
        [']', ..] => (TokenKind.CloseBracket, 1),
        ['-', '[', ..] => (TokenKind.EdgeStart, 2),
        ['<', '-', '[', ..] => (TokenKind.BackwardStart, 3),
        ['<', '=', ..] => (TokenKind.LessOrEqual, 2),
        ['<', ..] => (TokenKind.Less, 1),
        ['>', '=', ..] => (TokenKind.GreaterOrEqual, 2),
        ['>', ..] => (TokenKind.Greater, 1),
        ['!', '=', ..] => (TokenKind.NotEqual, 2),
        ['=', '=', ..] => (TokenKind.Equal, 2),
        ['.', '.', ..] => (TokenKind.DotDot, 2),
        [',', ..] => (TokenKind.Comma, 1),
        [':', ..] => (TokenKind.Colon, 1),
        ['|', ..] => (TokenKind.Bar, 1),
        ['*', ..] => (TokenKind.Star, 1),
        _ => (TokenKind.End, 0),
    };

    private static Token Quoted(string text, int at, out int end)
    {
        var close = text.IndexOf(text[at], at + 1);
        if (close < 0)
            throw new PatternSyntaxException("this quoted text has no closing quote", at);
        end = close + 1;
        return new Token(TokenKind.Quoted, text[(at + 1)..close], at);
    }

    private static Token WordOrNumber(string text, int at, out int end)
    {
        end = at + 1;
        while (end < text.Length && Continues(text, end))
            end++;
        var word = text[at..end];
        var isNumber = char.IsAsciiDigit(word[0]) && double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return new Token(isNumber ? TokenKind.Number : TokenKind.Word, word, at);
    }

    // A hyphen, dot or slash belongs to a word only between its letters and digits: "1..4" and "a]-[" are not words.
    private static bool Continues(string text, int at) => text[at] switch
    {
        '_' => true,
        '-' or '.' or '/' => at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]),
        var c => char.IsAsciiLetterOrDigit(c),
    };

    private static string Shown(string text, int at) =>
        char.IsControl(text[at]) || char.IsSurrogate(text[at]) ? $"U+{(int)text[at]:X4}" : text[at].ToString();
}
