using System.Buffers;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>The tokens of a file, in a borrowed array; bounded.</summary>
internal sealed class TokenList : IDisposable
{
    /// <summary>Tokens read of one file; real files of a megabyte have about 250,000.</summary>
    private const int Max = 3_000_000;

    private Token[] _tokens;

    public TokenList(int characters) => _tokens = ArrayPool<Token>.Shared.Rent(Math.Clamp(characters / 4, 64, Max));

    public int Count { get; private set; }

    /// <summary>Whether more tokens are accepted. The last few are always.</summary>
    public bool HasRoom => Count < Max;

    public ref Token this[int index] => ref _tokens[index];

    public int Add(in Token token)
    {
        if (Count == _tokens.Length)
            Grow();
        _tokens[Count] = token;
        return Count++;
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
