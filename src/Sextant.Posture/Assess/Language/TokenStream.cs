namespace Sextant.Posture.Assess.Language;

/// <summary>The tokens of a pattern and where reading stands.</summary>
internal sealed class TokenStream(List<Token> tokens)
{
    private int _at;

    public Token Current => tokens[_at];

    /// <summary>Takes the current token; the end is never passed.</summary>
    public Token Advance()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            _at++;
        return token;
    }

    public bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    public Token Expect(TokenKind kind, string expected) => Current.Kind == kind ? Advance() : throw Unexpected(expected);

    public Word Word(string expected)
    {
        var token = Expect(TokenKind.Word, expected);
        return new Word(token.Text, token.Offset);
    }

    /// <summary>Words with bars between them.</summary>
    public List<Word> Alternatives(string expected)
    {
        var words = new List<Word> { Word(expected) };
        while (Accept(TokenKind.Bar))
            words.Add(Word(expected));
        return words;
    }

    public PatternSyntaxException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the end" : $"'{Current.Text}'";
        return new PatternSyntaxException($"{expected} is expected here, not {found}", Current.Offset);
    }

    /// <summary>The operator of a comparison sign, or null.</summary>
    public static TestOperator? Comparison(TokenKind kind) => kind switch
    {
        TokenKind.Equal => TestOperator.Is,
        TokenKind.NotEqual => TestOperator.IsNot,
        TokenKind.Less => TestOperator.Less,
        TokenKind.LessOrEqual => TestOperator.LessOrEqual,
        TokenKind.Greater => TestOperator.Greater,
        TokenKind.GreaterOrEqual => TestOperator.GreaterOrEqual,
        _ => null,
    };
}
