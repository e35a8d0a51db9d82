using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Compare;

namespace Sextant.Evidence.Changes;

/// <summary>A line of what changed in the inventory.</summary>
/// <param name="Sign"><c>+</c> appeared, <c>-</c> went, <c>~</c> changed.</param>
/// <param name="Kind">The kind of asset, or <c>relation</c>.</param>
/// <param name="What">The name or the relation.</param>
/// <param name="Detail">Where, or from what to what.</param>
public sealed record InventoryLine(char Sign, string Kind, string What, string Detail);

/// <summary>What a change is in words, for all formats that people read.</summary>
public static class ChangeWords
{
    /// <summary>What it does, in half a line: <c>2 new findings (1 critical, 1 high), 1 fixed</c>.</summary>
    public static string Headline(PostureChange change)
    {
        if (change.IsEmpty)
            return "this change does nothing to the AI posture";
        var parts = new List<string>();
        if (change.New.Count > 0)
            parts.Add($"{Many(change.New.Count, "new finding")} ({Severities(change.New)})");
        if (change.Worse.Count > 0)
            parts.Add($"{change.Worse.Count} got worse");
        if (change.Gone.Count > 0)
            parts.Add($"{change.Gone.Count} fixed");
        return parts.Count > 0 ? string.Join(", ", parts) : "no new findings";
    }

    /// <summary>All counts, in a line.</summary>
    public static string Counts(PostureChange change) =>
        $"{Change(change.NewAssets.Count, change.GoneAssets.Count, "asset")}, {change.ChangedAssets.Count} changed; "
        + $"{Change(change.NewRelations.Count, change.GoneRelations.Count, "relation")}; {Change(change.NewPaths.Count, change.GonePaths.Count, "attack path")}; "
        + $"{Many(change.Unchanged, "finding")} as before";

    /// <summary>What changed in the inventory: assets that appeared, that went, that changed, then relations. Where an asset is defined says its place.</summary>
    public static IEnumerable<InventoryLine> Inventory(PostureChange change)
    {
        foreach (var asset in change.NewAssets)
            yield return new InventoryLine('+', Kind(asset), asset.Name, Place(asset));
        foreach (var asset in change.GoneAssets)
            yield return new InventoryLine('-', Kind(asset), asset.Name, Place(asset));
        foreach (var changed in change.ChangedAssets)
            yield return new InventoryLine('~', Kind(changed.Asset), changed.Asset.Name, string.Join("; ", changed.Properties.Select(Describe)));
        foreach (var relation in change.NewRelations.Where(r => r.Kind != RelationKind.DefinedIn))
            yield return new InventoryLine('+', "relation", Arrow(relation), relation.Because);
        foreach (var relation in change.GoneRelations.Where(r => r.Kind != RelationKind.DefinedIn))
            yield return new InventoryLine('-', "relation", Arrow(relation), relation.Because);
    }

    /// <summary>A property that changed: <c>approval: required → none</c>.</summary>
    public static string Describe(ChangedProperty property) => $"{property.Name}: {property.Before?.ToString() ?? "unknown"} → {property.After?.ToString() ?? "unknown"}";

    /// <summary>A number of things.</summary>
    public static string Many(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    /// <summary>The name of an asset; its id where the map does not hold it.</summary>
    public static string Name(AssetId id, AssetMap map) => map.Find(id)?.Name ?? id.Value;

    private static string Change(int appeared, int gone, string what) => FormattableString.Invariant($"+{appeared} −{gone} {what}s");

    private static string Severities(IReadOnlyList<Finding> findings) => string.Join(", ", findings
        .GroupBy(f => f.Severity).OrderByDescending(g => g.Key).Select(g => FormattableString.Invariant($"{g.Count()} {Kebab<Severity>.Name(g.Key)}")));

    private static string Kind(Asset asset) => Kebab<AssetKind>.Name(asset.Kind);

    private static string Place(Asset asset) => Places.InFiles(asset.Evidence).FirstOrDefault()?.Place ?? "";

    private static string Arrow(Relation relation) => $"{relation.From.Name} {Kebab<RelationKind>.Name(relation.Kind)} {relation.To.Name}";
}
