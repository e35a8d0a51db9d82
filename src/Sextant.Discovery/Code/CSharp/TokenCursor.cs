using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

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

    /// <summary>Why what is being read cannot be, and on which line; null if it can so far.</summary>
    public (int Line, string Message)? Failure { get; private set; }

    /// <summary>The line of the token at hand.</summary>
    public int Line => tokens[Index].Line;

    /// <summary>The line on which the token before ends.</summary>
    public int LastLine => Index == 0 ? 1 : tokens[Index - 1] is { Kind: Text or TemplateText } text ? text.Link : tokens[Index - 1].Line;

    /// <summary>The index of the other half of the bracket at hand, or -1.</summary>
    public int Link => LinkAt(Index);

    /// <summary>The characters of the token at hand.</summary>
    public ReadOnlySpan<char> Characters => CharactersAt(Index);

    public ReadOnlySpan<char> CharactersAt(int index) => source.AsSpan(tokens[index].Start, tokens[index].Length);

    /// <summary>The kind of a token after the one at hand.</summary>
    public TokenKind Ahead(int count = 1) => Kind == End ? End : KindAt(Index + count);

    /// <summary>The kind of a token anywhere; <see cref="End"/> after a failure, so that looking ahead stops too.</summary>
    public TokenKind KindAt(int index) => Failure is null && index < tokens.Count ? tokens[index].Kind : End;

    /// <summary>The index of the other half of a bracket anywhere, or -1.</summary>
    public int LinkAt(int index) => Failure is null && index >= 0 && index < tokens.Count ? tokens[index].Link : -1;

    /// <summary>Whether two tokens touch each other.</summary>
    public bool Touches(int index) => index + 1 < tokens.Count && tokens[index].Start + tokens[index].Length == tokens[index + 1].Start;

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

    /// <summary>Whether a word that is reserved only in some places is at hand.</summary>
    public bool IsWord(string word) => Kind == Name && Characters.SequenceEqual(word);

    public bool IsWordAt(int index, string word) => KindAt(index) == Name && CharactersAt(index).SequenceEqual(word);

    public bool TakeWord(string word)
    {
        if (!IsWord(word))
            return false;
        Advance();
        return true;
    }

    /// <summary>Goes on at a token, unless something failed.</summary>
    public void JumpTo(int index)
    {
        if (Failure is not null)
            return;
        Index = Math.Clamp(index, 0, tokens.Count - 1);
        Kind = tokens[Index].Kind;
    }

    /// <summary>The word at hand, one instance a file.</summary>
    public string TakeName()
    {
        var word = WordAt(Index);
        Advance();
        return word;
    }

    public string WordAt(int index)
    {
        var characters = CharactersAt(index);
        if (_names.TryGetValue(characters, out var known))
            return known;
        var word = characters.ToString();
        _names.Set.Add(word);
        return word;
    }

    public void Fail(string message)
    {
        Failure ??= (Line, message);
        Kind = End;
    }

    /// <summary>
    /// After a failure: goes behind the statement or member that began at a token: its semicolon, or the block that ends it,
    /// but never out of the block around it.
    /// </summary>
    public void Recover(int start, int end)
    {
        var at = start;
        while (at < end && tokens[at].Kind is not (End or CloseCurly))
        {
            var kind = tokens[at].Kind;
            if (kind is OpenRound or OpenSquare or OpenCurly or TemplateStart && tokens[at].Link > at)
                at = tokens[at].Link;
            at++;
            if (kind is Semicolon or OpenCurly && !(kind == OpenCurly && at < tokens.Count && tokens[at].Kind is Semicolon or CloseRound or Comma or Dot))
                break;
        }

        Failure = null;
        Index = Math.Min(at, tokens.Count - 1);
        Kind = tokens[Index].Kind;
    }
}
