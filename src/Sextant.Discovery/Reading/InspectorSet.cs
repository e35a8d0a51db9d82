using Sextant.Discovery.Reading.Matching;

namespace Sextant.Discovery.Reading;

/// <summary>The inspectors of one target, and one matcher over all their triggers.</summary>
internal sealed class InspectorSet
{
    private readonly (int Inspector, int Trigger)[][] _owners;
    private readonly bool[] _hasTriggers;

    public InspectorSet(IReadOnlyList<IInspector> inspectors)
    {
        Inspectors = inspectors;
        _hasTriggers = [.. inspectors.Select(i => i.Triggers.Count > 0)];
        var owners = new SortedDictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var i = 0; i < inspectors.Count; i++)
        {
            for (var t = 0; t < inspectors[i].Triggers.Count; t++)
            {
                var literal = inspectors[i].Triggers[t].ToLowerInvariant();
                if (!owners.TryGetValue(literal, out var list))
                    owners[literal] = list = [];
                list.Add((i, t));
            }
        }

        _owners = [.. owners.Values.Select(list => list.ToArray())];
        Matcher = new LiteralMatcher([.. owners.Keys]);
    }

    /// <summary>The inspectors, in the order in which each file is offered to them.</summary>
    public IReadOnlyList<IInspector> Inspectors { get; }

    /// <summary>Finds the triggers of all of them.</summary>
    public LiteralMatcher Matcher { get; }

    /// <summary>Whether an inspector sees a file only if one of its triggers occurs in it.</summary>
    public bool HasTriggers(int inspector) => _hasTriggers[inspector];

    /// <summary>Tells who remembers by itself that a file is unchanged.</summary>
    public void Recall(string path)
    {
        foreach (var inspector in Inspectors)
        {
            if (inspector is IRecallingInspector recalling && recalling.Wants(new TreePath(path)))
                recalling.Recall(new TreePath(path));
        }
    }

    /// <summary>Which inspectors' triggers a literal of the matcher is.</summary>
    public ReadOnlySpan<(int Inspector, int Trigger)> Owners(int literal) => _owners[literal];
}
