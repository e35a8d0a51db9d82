using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Where the parser stands among the tokens. A failure makes every further token an <see cref="End"/>, so that all loops of the
/// parser stop by themselves, until <see cref="Recover"/>.
/// </summary>
internal sealed class TokenCursor(string source, TokenBuffer<Token> tokens)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _brackets;

    /// <summary>The kind of the token at hand; <see cref="NewLine"/> where a logical line ends.</summary>
    public TokenKind Kind { get; private set; }

    /// <summary>The index of the token at hand.</summary>
    public int Index { get; private set; }

    /// <summary>Why the statement cannot be read, and on which line; null if it can so far.</summary>
    public (int Line, string Message)? Failure { get; private set; }

    public ref Token Token => ref tokens[Index];

    /// <summary>The line of the token at hand.</summary>
    public int Line => tokens[Index].Line;

    /// <summary>The line of the token before.</summary>
    public int LastLine => Index == 0 ? 1 : tokens[Index - 1] is { Kind: Text } text ? text.Link : tokens[Index - 1].Line;

    /// <summary>Whether all tokens are read.</summary>
    public bool AtEnd => tokens[Index].Kind == End;

    /// <summary>Whether the logical line, or everything, ends here.</summary>
    public bool AtLineEnd => Kind is NewLine or End;

    /// <summary>The kind of the token after the one at hand.</summary>
    public TokenKind Following => Kind is End ? End : FollowingOf(ref tokens[Index + 1]);

    /// <summary>The characters of the token at hand.</summary>
    public ReadOnlySpan<char> Characters => source.AsSpan(Token.Start, Token.Length);

    /// <summary>Starts a logical line at the token at hand.</summary>
    public void StartLine()
    {
        _brackets = 0;
        Kind = Token.Kind;
    }

    public void Advance()
    {
        if (Kind == End)
            return;
        ref var next = ref tokens[++Index];
        Kind = next.FirstOnLine && _brackets == 0 && next.Kind != End ? NewLine : next.Kind;
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

    /// <summary>Steps into a bracket; lines do not end in it. Fails if it is never closed.</summary>
    public void Open()
    {
        if (Token.Link < 0)
        {
            Fail("bracket is never closed");
            return;
        }

        _brackets++;
        Advance();
    }

    /// <summary>Steps out of a bracket, or fails.</summary>
    public void Close(TokenKind kind)
    {
        if (Kind != kind)
        {
            Fail("unexpected token in brackets");
            return;
        }

        _brackets--;
        Advance();
    }

    /// <summary>Goes on at a token of the same bracket depth.</summary>
    public void JumpTo(int index)
    {
        if (Failure is not null)
            return;
        Index = index;
        Kind = Token.Kind;
    }

    /// <summary>The name at hand, one instance a file.</summary>
    public string TakeName()
    {
        var name = Word();
        Advance();
        return name;
    }

    /// <summary>The word at hand, keyword or not, one instance a file.</summary>
    public string Word()
    {
        var characters = Characters;
        if (_names.TryGetValue(characters, out var known))
            return known;
        var word = characters.ToString();
        _names.Set.Add(word);
        return word;
    }

    /// <summary>Where the cursor stands, to come back to by <see cref="Return"/>.</summary>
    public (int Index, int Brackets) Mark() => (Index, _brackets);

    /// <summary>Goes back to a mark, and forgets a failure since.</summary>
    public void Return((int Index, int Brackets) mark)
    {
        (Index, _brackets) = mark;
        Failure = null;
        Kind = Token.Kind;
    }

    public void Fail(string message)
    {
        Failure ??= (Line, message);
        Kind = End;
    }

    /// <summary>After a failure: goes to where the next statement begins, after the statement that began at a token.</summary>
    public void Recover(int start)
    {
        var column = tokens[start].Column;
        var unclosed = false;
        var at = start;
        do
        {
            ref var token = ref tokens[at];
            if (token.Kind is OpenRound or OpenSquare or OpenCurly or TemplateStart)
            {
                unclosed |= token.Link < 0;
                at = Math.Max(at, token.Link);
            }

            at++;
        }
        while (tokens[at].Kind != End && !(tokens[at].FirstOnLine && (!unclosed || tokens[at].Column <= column)));
        Index = at;
        Failure = null;
    }

    private TokenKind FollowingOf(ref Token token) => token.FirstOnLine && _brackets == 0 ? NewLine : token.Kind;
}
