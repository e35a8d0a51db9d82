using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins what code knows by a variable with what the unit that runs the code sets the variable to: the application reads
/// <c>DATABASE_URL</c>, and compose gives it the address of a database.
/// </summary>
public sealed class VariableLinker : IConcluder
{
    private static readonly RelationKind[] Touching = [RelationKind.Reads, RelationKind.Writes, RelationKind.CanRead, RelationKind.CanWrite, RelationKind.CanAdminister];

    /// <inheritdoc/>
    public string Name => "link:variables";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var built in map.Assets.Where(a => a.Kind == AssetKind.Workload).SelectMany(w => map.Outgoing(w, RelationKind.BuiltFrom)))
        {
            foreach (var known in Stores(map, built.To).Where(IsByVariable))
                Join(map, built, known, deductions);
        }
    }

    private static void Join(AssetMap map, Relation built, Asset known, Deductions deductions)
    {
        var variable = known.Text("variable");
        Asset[] meant = [.. Stores(map, built.From).Where(s => s.Id != known.Id && !IsByVariable(s) && s.Text("variable") == variable)];
        if (meant is [var store])
            deductions.Same(store, known, $"{built.From.Name} sets {variable}, by which the code of {built.To.Name} knows {store.Name}.", Confidence.Likely, known.Surest, built.Surest);
    }

    private static IEnumerable<Asset> Stores(AssetMap map, Asset user) => map.Outgoing(user)
        .Where(r => Touching.Contains(r.Kind) && r.To.Kind == AssetKind.DataStore).Select(r => r.To).DistinctBy(s => s.Id);

    /// <summary>Whether only the variable is known: the id ends in <c>env/VARIABLE</c>.</summary>
    private static bool IsByVariable(Asset store) =>
        store.Text("variable") is { } variable && store.Id.Path.EndsWith($"/env/{variable}", StringComparison.Ordinal);
}
