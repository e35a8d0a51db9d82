using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>
/// Where the parser stands among the tokens. A failure makes every further token an <see cref="End"/>, so that all loops of the
/// parser stop by themselves, until <see cref="Recover"/>.
/// </summary>
internal sealed class TokenCursor(string source, TokenBuffer<Token> tokens)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of the token at hand.</summary>
    public TokenKind Kind { get; private set; } = tokens[0].Kind;

    /// <summary>The index of the token at hand.</summary>
    public int Index { get; private set; }

    /// <summary>Why the statement cannot be read, and on which line; null if it can so far.</summary>
    public (int Line, string Message)? Failure { get; private set; }

    public ref Token Token => ref tokens[Index];

    /// <summary>The line of the token at hand.</summary>
    public int Line => tokens[Index].Line;

    /// <summary>The line on which the token before ends.</summary>
    public int LastLine => Index == 0 ? 1 : tokens[Index - 1] is { Kind: Text or TemplateText, Link: > 0 } text ? text.Link : tokens[Index - 1].Line;

    /// <summary>Whether all tokens are read.</summary>
    public bool AtEnd => tokens[Index].Kind == End;

    /// <summary>Whether a line ends before the token at hand.</summary>
    public bool AfterLineEnd => tokens[Index].FirstOnLine;

    /// <summary>Whether the token at hand is a word.</summary>
    public bool AtWord => Keywords.IsWord(Kind);

    /// <summary>The token after the one at hand.</summary>
    public Token Following => Kind == End ? Token : tokens[Index + 1];

    /// <summary>The characters of the token at hand.</summary>
    public ReadOnlySpan<char> Characters => source.AsSpan(Token.Start, Token.Length);

    /// <summary>The characters of the token after the one at hand.</summary>
    public ReadOnlySpan<char> FollowingCharacters => Following is var token ? source.AsSpan(token.Start, token.Length) : [];

    /// <summary>The token of an index.</summary>
    public Token At(int index) => index < tokens.Count ? tokens[index] : tokens[tokens.Count - 1];

    public void Advance()
    {
        if (Kind != End)
            Kind = tokens[++Index].Kind;
    }

    /// <summary>Steps over a token of a kind, if it is at hand.</summary>
    public bool Take(TokenKind kind)
    {
        if (Kind != kind)
            return false;
        Advance();
        return true;
    }

    /// <summary>Steps over a token of a kind, or fails.</summary>
    public void Expect(TokenKind kind)
    {
        if (!Take(kind))
            Fail("unexpected token");
    }

    /// <summary>Whether a name of these characters is at hand.</summary>
    public bool Is(ReadOnlySpan<char> name) => Kind == Name && Characters.SequenceEqual(name);

    /// <summary>Steps over a name, if it is at hand.</summary>
    public bool Take(ReadOnlySpan<char> name)
    {
        if (!Is(name))
            return false;
        Advance();
        return true;
    }

    /// <summary>Steps into a bracket. Fails if it is never closed.</summary>
    public void Open()
    {
        if (Token.Link < 0)
            Fail("bracket is never closed");
        else
            Advance();
    }

    /// <summary>Goes on at a token; for stepping over brackets.</summary>
    public void JumpTo(int index)
    {
        if (Failure is not null || index < 0)
            return;
        Index = index;
        Kind = tokens[index].Kind;
    }

    /// <summary>Steps over a bracket and all that is in it.</summary>
    public void Skip()
    {
        if (Token.Link < Index)
            Fail("bracket is never closed");
        JumpTo(Token.Link);
        Advance();
    }

    /// <summary>The word at hand, one instance a file; steps over it.</summary>
    public string TakeWord()
    {
        var word = Intern(Characters);
        Advance();
        return word;
    }

    /// <summary>One instance a file of a text.</summary>
    public string Intern(ReadOnlySpan<char> characters)
    {
        if (_names.TryGetValue(characters, out var known))
            return known;
        var word = characters.ToString();
        _names.Set.Add(word);
        return word;
    }

    /// <summary>Goes back to a token, and forgets a failure since.</summary>
    public void Return(int index)
    {
        Failure = null;
        Index = index;
        Kind = tokens[index].Kind;
    }

    public void Fail(string message)
    {
        Failure ??= (Line, message);
        Kind = End;
    }

    /// <summary>After a failure: goes to where the next statement or member begins, after the one that began at a token.</summary>
    public void Recover(int start)
    {
        var failed = Index;
        var at = start;
        while (tokens[at].Kind != End)
        {
            ref var token = ref tokens[at];
            if (at > start && (token.Kind is CloseCurly or FieldEnd || (token.FirstOnLine && (at > failed || Keywords.BeginsStatement(token.Kind)))))
                break;
            at = token.Link > at && token.Kind is not (Text or TemplateText or Error) ? token.Link + 1 : at + 1;
            if (token.Kind == Semicolon)
                break;
        }

        Return(at);
    }
}
