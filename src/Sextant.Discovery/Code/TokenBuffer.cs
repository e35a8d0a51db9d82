using System.Buffers;

namespace Sextant.Discovery.Code;

/// <summary>The tokens of a file, in a borrowed array; bounded.</summary>
/// <param name="characters">How long the file is.</param>
/// <typeparam name="T">The tokens of a language.</typeparam>
internal sealed class TokenBuffer<T>(int characters) : IDisposable
    where T : struct
{
    /// <summary>Tokens read of one file; real files of a megabyte have about 250,000.</summary>
    private const int Max = 3_000_000;

    private T[] _tokens = ArrayPool<T>.Shared.Rent(Math.Clamp(characters / 4, 64, Max));

    public int Count { get; private set; }

    /// <summary>Whether more tokens are accepted. The few that end a file or a template are always.</summary>
    public bool HasRoom => Count < Max;

    public ref T this[int index] => ref _tokens[index];

    public int Add(in T token)
    {
        if (Count == _tokens.Length)
            Grow();
        _tokens[Count] = token;
        return Count++;
    }

    public void RemoveLast() => Count--;

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_tokens);
        _tokens = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_tokens.Length * 2);
        _tokens.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(_tokens);
        _tokens = larger;
    }
}
