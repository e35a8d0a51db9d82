namespace Sextant.Map;

/// <summary>Makes a smaller map of a map: some of its assets, and the relations between them.</summary>
public static class Projection
{
    /// <summary>The map of the assets for which <paramref name="keep"/> is true, with every relation whose two ends are kept. Gaps stay.</summary>
    /// <param name="map">The map, which stays as it is.</param>
    /// <param name="keep">Whether to keep an asset, by its number.</param>
    public static AssetMap Of(AssetMap map, Func<int, bool> keep)
    {
        var numbers = new int[map.Assets.Count];
        var assets = new List<Asset>();
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = keep(i) ? assets.Count : -1;
            if (numbers[i] >= 0)
                assets.Add(map.Assets[i]);
        }

        if (assets.Count == numbers.Length)
            return map;
        var relations = Between(map, numbers);
        return new AssetMap(
            [.. assets], relations, Groups.Offsets(relations.From, assets.Count), Groups.By(relations.To, assets.Count), map.Gaps);
    }

    /// <summary>The relations between kept assets. Numbers keep their order, so the columns stay sorted.</summary>
    private static RelationColumns Between(AssetMap map, int[] numbers)
    {
        int[] kept = [.. Enumerable.Range(0, map.RelationCount).Where(r => numbers[map.FromIndex(r)] >= 0 && numbers[map.ToIndex(r)] >= 0)];
        var offsets = new int[kept.Length + 1];
        var evidence = new List<Evidence>();
        for (var i = 0; i < kept.Length; i++)
        {
            evidence.AddRange(map.EvidenceOf(kept[i]));
            offsets[i + 1] = evidence.Count;
        }

        return new RelationColumns(
            [.. kept.Select(r => numbers[map.FromIndex(r)])], [.. kept.Select(map.KindOf)], [.. kept.Select(r => numbers[map.ToIndex(r)])],
            [.. kept.Select(map.BecauseOf)], offsets, [.. evidence]);
    }
}
