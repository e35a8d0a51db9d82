using Sextant.Map;

namespace Sextant.Posture.Assess.Matching;

/// <summary>Where the assets of each kind stand: ids begin with their kind, so each kind is one range of the map's assets.</summary>
internal sealed class KindIndex
{
    private readonly (int Start, int End)[] _ranges = new (int Start, int End)[Enum.GetValues<AssetKind>().Length];

    public KindIndex(AssetMap map)
    {
        for (var i = 0; i < map.Assets.Count; i++)
        {
            ref var range = ref _ranges[(int)map.Assets[i].Kind];
            range = range.End == 0 ? (i, i + 1) : (range.Start, i + 1);
        }
    }

    /// <summary>The assets of some kinds, in the order of the map.</summary>
    public IEnumerable<(int Start, int End)> Ranges(ulong kinds) =>
        _ranges.Where((r, kind) => r.End > 0 && (kinds >> kind & 1) != 0).OrderBy(r => r.Start);

    /// <summary>The numbers of the assets of some kinds, in the order of the map.</summary>
    public IEnumerable<int> Of(ulong kinds) => Ranges(kinds).SelectMany(r => Enumerable.Range(r.Start, r.End - r.Start));

    /// <summary>How many assets are of some kinds.</summary>
    public int Count(ulong kinds) => Ranges(kinds).Sum(r => r.End - r.Start);

    /// <summary>Kinds as bits.</summary>
    public static ulong Mask(IReadOnlyList<AssetKind> kinds) =>
        kinds.Count == 0 ? ulong.MaxValue : kinds.Aggregate(0UL, (mask, kind) => mask | 1UL << (int)kind);
}
