using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sextant.Discovery.Reading.Matching;

/// <summary>
/// Finds all occurrences of some thousand ASCII literals, in any case, in one pass over bytes. Immutable, for any thread.
/// <para>
/// Each literal is found by the three or four bytes of it that are rarest in source text, its window. Shuffles (the idea of
/// Teddy, from Hyperscan) pass over 16 to 64 places at once and let few pass; a bitmap of hashes lets fewer pass; the rest are
/// compared.
/// </para>
/// </summary>
public sealed class LiteralMatcher
{
    /// <summary>Characters that a literal must have at least.</summary>
    public const int MinLength = 3;

    /// <summary>Hits after which a text is not searched on: a text that is made of literals must not fill the memory.</summary>
    public const int MaxHits = 1 << 22;

    private readonly MatcherPath _path;
    private readonly WindowTable _ofFour;
    private readonly WindowTable _ofThree;
    private readonly BucketTables _tables;
    private readonly bool _isEmpty;

    /// <summary>Builds a matcher. Literals are ASCII with at least <see cref="MinLength"/> characters; others throw.</summary>
    public LiteralMatcher(IReadOnlyList<string> literals)
        : this(literals, MatcherPaths.Best)
    {
    }

    /// <summary>Builds a matcher that takes a path that this processor has.</summary>
    public LiteralMatcher(IReadOnlyList<string> literals, MatcherPath path)
        : this(literals, path, PlanesFor(literals.Count))
    {
    }

    /// <summary>Builds a matcher with so many groups of eight buckets, for measurements.</summary>
    internal LiteralMatcher(IReadOnlyList<string> literals, MatcherPath path, int planes)
    {
        var windowed = literals.Select((literal, id) => WindowedLiteral.Of(id, literal)).ToArray();
        _path = path;
        _isEmpty = windowed.Length == 0;
        (_ofFour, _ofThree) = (new WindowTable(windowed, 4), new WindowTable(windowed, 3));
        _tables = new BucketTables(windowed, planes);
    }

    /// <summary>Adds all hits, sorted by offset and literal. False if there were more than <see cref="MaxHits"/> and the last are missing.</summary>
    public bool Find(ReadOnlySpan<byte> text, List<LiteralHit> hits)
    {
        if (_isEmpty || text.Length < MinLength)
            return true;
        var first = hits.Count;
        var search = new LiteralSearch(text, _ofFour, _ofThree, hits, first + MaxHits);
        search.Run(_path, _tables);
        Sort(CollectionsMarshal.AsSpan(hits)[first..]);
        return !search.IsCut;
    }

    /// <summary>How many places of these texts pass the shuffles, for measurements.</summary>
    internal long Candidates(IEnumerable<byte[]> texts)
    {
        var (candidates, hits) = (0L, new List<LiteralHit>());
        foreach (var text in texts)
        {
            hits.Clear();
            var search = new LiteralSearch(text, _ofFour, _ofThree, hits, MaxHits);
            search.Run(_path, _tables);
            candidates += search.Candidates;
        }

        return candidates;
    }

    private static int PlanesFor(int literals) => literals switch { <= 64 => 1, <= 200 => 2, <= 600 => 4, _ => 8 };

    /// <summary>Hits come by their windows, so they are nearly sorted: each moves a few places, or all are sorted from anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sort(Span<LiteralHit> hits)
    {
        var moves = 4L * hits.Length;
        for (var i = 1; i < hits.Length; i++)
        {
            var hit = hits[i];
            var at = i;
            for (; at > 0 && hit < hits[at - 1]; at--)
                hits[at] = hits[at - 1];
            hits[at] = hit;
            moves -= i - at;
            if (moves >= 0)
                continue;
            hits.Sort();
            return;
        }
    }
}
