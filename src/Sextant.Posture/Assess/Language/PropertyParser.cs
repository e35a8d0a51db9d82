namespace Sextant.Posture.Assess.Language;

/// <summary>Reads what stands in the braces of a node.</summary>
internal sealed class PropertyParser(TokenStream tokens)
{
    /// <summary>The properties in braces; none if there are no braces.</summary>
    public IReadOnlyList<PropertySyntax> Read()
    {
        if (!tokens.Accept(TokenKind.OpenBrace))
            return [];
        var properties = new List<PropertySyntax> { Property() };
        while (tokens.Accept(TokenKind.Comma))
            properties.Add(Property());
        tokens.Expect(TokenKind.CloseBrace, "',' and another property, or '}'");
        return properties;
    }

    private PropertySyntax Property()
    {
        var name = tokens.Word("a property");
        tokens.Expect(TokenKind.Colon, $"':' after the property '{name.Text}'");
        if (tokens.Current is not { Kind: TokenKind.Word, Text: "known" })
            return Test(name);
        var known = tokens.Advance();
        return tokens.Current.Kind is TokenKind.Comma or TokenKind.CloseBrace
            ? new PropertySyntax(name, TestOperator.Is, [new Word(known.Text, known.Offset)], false)
            : Test(name) with { IsKnown = true };
    }

    private PropertySyntax Test(Word name)
    {
        var first = tokens.Current;
        if (TokenStream.Comparison(first.Kind) is { } comparison)
        {
            tokens.Advance();
            return new PropertySyntax(name, comparison, [Value()], false);
        }

        if (first.Kind == TokenKind.OpenBracket)
            return new PropertySyntax(name, TestOperator.Is, List(), true);
        var value = Value();
        return first.Kind == TokenKind.Word ? AfterWord(name, value) : new PropertySyntax(name, TestOperator.Is, [value], false);
    }

    // "any", "has" and "lacks" are operators only before what they apply to; elsewhere they are values like any other.
    private PropertySyntax AfterWord(Word name, Word word) => (word.Text, tokens.Current.Kind) switch
    {
        ("missing", _) => new PropertySyntax(name, TestOperator.Missing, [], false),
        ("present", _) => new PropertySyntax(name, TestOperator.Present, [], false),
        ("any", TokenKind.OpenBracket) => new PropertySyntax(name, TestOperator.Any, List(), true),
        ("has", TokenKind.Word or TokenKind.Number or TokenKind.Quoted) => new PropertySyntax(name, TestOperator.Has, [Value()], false),
        ("lacks", TokenKind.Word or TokenKind.Number or TokenKind.Quoted) => new PropertySyntax(name, TestOperator.Lacks, [Value()], false),
        _ => new PropertySyntax(name, TestOperator.Is, [word], false),
    };

    private List<Word> List()
    {
        tokens.Expect(TokenKind.OpenBracket, "'['");
        var values = new List<Word> { Value() };
        while (tokens.Accept(TokenKind.Comma))
            values.Add(Value());
        tokens.Expect(TokenKind.CloseBracket, "',' and another value, or ']'");
        return values;
    }

    private Word Value()
    {
        var token = tokens.Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Quoted))
            throw tokens.Unexpected("a value, any [x, y], has x, lacks x, known x, a comparison, missing or present");
        tokens.Advance();
        return new Word(token.Text, token.Offset);
    }
}
