using System.Buffers;

namespace Sextant.Discovery.Code.Python;

/// <summary>The tokens of a file, in a borrowed array; bounded.</summary>
internal sealed class TokenList : IDisposable
{
    /// <summary>Tokens read of one file; real files of a megabyte have about 250,000.</summary>
    private const int Max = 3_000_000;

    private Token[] _tokens;

    public TokenList(int characters) => _tokens = ArrayPool<Token>.Shared.Rent(Math.Clamp(characters / 4, 64, Max));

    public int Count { get; private set; }

    /// <summary>Whether more tokens are accepted. The few that end a template are always.</summary>
    public bool HasRoom => Count < Max;

    public ref Token this[int index] => ref _tokens[index];

    public int Add(in Token token)
    {
        if (Count == _tokens.Length)
            Grow();
        _tokens[Count] = token;
        return Count++;
    }

    public void RemoveLast() => Count--;

    /// <summary>Replaces lines by those of another file.</summary>
    public void MapLines(IReadOnlyList<int> lines)
    {
        for (var i = 0; i < Count; i++)
        {
            ref var token = ref _tokens[i];
            token.Line = lines[Math.Min(token.Line, lines.Count - 1)];
            if (token.Kind is TokenKind.Text or TokenKind.TemplateText)
                token.Link = lines[Math.Min(token.Link, lines.Count - 1)];
        }
    }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(_tokens.Length * 2);
        _tokens.CopyTo(larger, 0);
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = larger;
    }
}
