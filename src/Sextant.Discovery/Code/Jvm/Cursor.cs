using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>
/// Where a parser stands among the tokens. A failure makes every further token an <see cref="End"/>, so that all loops of the
/// parser stop by themselves, until <see cref="Recover"/>.
/// </summary>
internal sealed class Cursor(string source, TokenBuffer<Token> tokens)
{
    /// <summary>Brackets, blocks and expressions within each other.</summary>
    private const int MaxDepth = 200;

    // Sound code needs a few dozen looks a token.
    private const int LooksPerToken = 400;
    private const int LooksAtLeast = 20_000;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private TokenKind _kind = tokens[0].Kind;
    private long _looks = LooksAtLeast + ((long)tokens.Count * LooksPerToken);
    private int _depth;

    /// <summary>
    /// The kind of the token at hand. Broken brackets may make a parser go over the same tokens again and again, so how often it
    /// looks is bounded: after that the file is at its end.
    /// </summary>
    public TokenKind Kind
    {
        get
        {
            if (--_looks < 0)
                (_kind, Index, Failure) = (End, tokens.Count - 1, null);
            return _kind;
        }
        private set => _kind = _looks < 0 ? End : value;
    }

    /// <summary>Whether the parser looked more often than it may, so that something of the file was not read.</summary>
    public bool IsExhausted => _looks < 0;

    public int Index { get; private set; }

    public string Source => source;

    /// <summary>Why the statement cannot be read, and on which line; null if it can so far.</summary>
    public (int Line, string Message)? Failure { get; private set; }

    public ref Token Token => ref tokens[Index];

    public int Line => tokens[Index].Line;

    /// <summary>The line on which the token before ends.</summary>
    public int LastLine => Index == 0 ? 1 : tokens[Index - 1] is { Kind: Text or Template } text ? text.Link : tokens[Index - 1].Line;

    public bool AtEnd => Kind == End && Failure is null;

    /// <summary>Whether the token at hand begins a line.</summary>
    public bool AtLineStart => tokens[Index].FirstOnLine;

    /// <summary>The characters of the token at hand.</summary>
    public ReadOnlySpan<char> Characters => source.AsSpan(Token.Start, Token.Length);

    /// <summary>The token some places further on, or the last.</summary>
    public ref Token Ahead(int places) => ref tokens[Math.Min(Index + places, tokens.Count - 1)];

    /// <summary>The token at a place.</summary>
    public ref Token At(int index) => ref tokens[Math.Min(index, tokens.Count - 1)];

    public ReadOnlySpan<char> CharactersAt(int index) => source.AsSpan(At(index).Start, At(index).Length);

    /// <summary>Whether the token at hand is a name of these characters.</summary>
    public bool Is(ReadOnlySpan<char> word) => Kind == Name && Characters.SequenceEqual(word);

    public bool IsAt(int index, ReadOnlySpan<char> word) => At(index).Kind == Name && CharactersAt(index).SequenceEqual(word);

    public void Advance()
    {
        if (Kind != End)
            Kind = tokens[Math.Min(++Index, tokens.Count - 1)].Kind;
    }

    public bool Take(TokenKind kind)
    {
        if (Kind != kind)
            return false;
        Advance();
        return true;
    }

    public bool Take(ReadOnlySpan<char> word)
    {
        if (!Is(word))
            return false;
        Advance();
        return true;
    }

    public void Expect(TokenKind kind)
    {
        if (!Take(kind))
            Fail("unexpected token");
    }

    /// <summary>The name at hand, one instance a file; empty with a failure if there is none.</summary>
    public string TakeName()
    {
        if (Kind != Name)
        {
            Fail("a name was expected");
            return "";
        }

        var name = Word(Characters);
        Advance();
        return name;
    }

    /// <summary>Characters as a text, one instance a file.</summary>
    public string Word(ReadOnlySpan<char> characters)
    {
        if (_names.TryGetValue(characters, out var known))
            return known;
        var word = characters.ToString();
        _names.Set.Add(word);
        return word;
    }

    public void JumpTo(int index)
    {
        if (Failure is not null || _looks < 0)
            return;
        Index = Math.Min(index, tokens.Count - 1);
        Kind = Token.Kind;
    }

    /// <summary>Goes one level deeper; false, with a failure, if that is too deep. Each true is answered by <see cref="Leave"/>.</summary>
    public bool Enter()
    {
        if (_depth >= MaxDepth)
        {
            Fail("nested too deeply");
            return false;
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    public void Fail(string message)
    {
        if (_looks >= 0)
            Failure ??= (Line, message);
        Kind = End;
    }

    /// <summary>
    /// After a failure: goes behind the statement that began at a token: to the line, semicolon or closing bracket after the
    /// place of the failure at which no bracket is open.
    /// </summary>
    public void Recover(int start)
    {
        if (_looks < 0)
            return;
        var failed = Index;
        Failure = null;
        var at = start;
        while (tokens[at].Kind is not End)
        {
            ref var token = ref tokens[at];
            if (token.Kind == CloseCurly && (token.Link < start || at > start) || at > failed && at > start && token.FirstOnLine)
                break;
            if (token.Kind is OpenRound or OpenSquare or OpenCurly && token.Link > at)
                at = token.Link;
            at++;
            if (token.Kind == Semicolon && at > failed)
                break;
        }

        Index = at;
        Kind = Token.Kind;
    }
}
