using Sextant.Map;

namespace Sextant.Posture.Compare;

/// <summary>What a change does to the posture: two scans of one thing, compared by ids and fingerprints, never by places in files.</summary>
public sealed record PostureChange
{
    /// <summary>The scan before.</summary>
    public required ScanResult Before { get; init; }

    /// <summary>The scan after.</summary>
    public required ScanResult After { get; init; }

    /// <summary>Findings that were not there before, worst first.</summary>
    public IReadOnlyList<Finding> New { get; init; } = [];

    /// <summary>Findings that are there no longer, worst first.</summary>
    public IReadOnlyList<Finding> Gone { get; init; } = [];

    /// <summary>Findings that were there and are worse than before, worst first.</summary>
    public IReadOnlyList<ChangedFinding> Worse { get; init; } = [];

    /// <summary>How many findings are there as before.</summary>
    public int Unchanged { get; init; }

    /// <summary>Attack paths that were not there before, worst first.</summary>
    public IReadOnlyList<AttackPath> NewPaths { get; init; } = [];

    /// <summary>Attack paths that are there no longer, worst first.</summary>
    public IReadOnlyList<AttackPath> GonePaths { get; init; } = [];

    /// <summary>Assets that were not there before, by id.</summary>
    public IReadOnlyList<Asset> NewAssets { get; init; } = [];

    /// <summary>Assets that are there no longer, by id.</summary>
    public IReadOnlyList<Asset> GoneAssets { get; init; } = [];

    /// <summary>Assets of which something is said that was not, by id.</summary>
    public IReadOnlyList<ChangedAsset> ChangedAssets { get; init; } = [];

    /// <summary>Relations that were not there before.</summary>
    public IReadOnlyList<Relation> NewRelations { get; init; } = [];

    /// <summary>Relations that are there no longer.</summary>
    public IReadOnlyList<Relation> GoneRelations { get; init; } = [];

    /// <summary>Whether the change does nothing to the posture.</summary>
    public bool IsEmpty => New.Count + Gone.Count + Worse.Count + NewPaths.Count + GonePaths.Count + NewAssets.Count + GoneAssets.Count
        + ChangedAssets.Count + NewRelations.Count + GoneRelations.Count == 0;

    /// <summary>Whether it brings, or makes, a finding of a severity or worse.</summary>
    public bool Brings(Severity severity) => New.Any(f => f.Severity >= severity) || Worse.Any(f => f.After.Severity >= severity);
}

/// <summary>A finding that is on both sides, as it was and as it is.</summary>
public sealed record ChangedFinding(Finding Before, Finding After);

/// <summary>An asset that is on both sides, with the properties that changed.</summary>
public sealed record ChangedAsset(Asset Asset, IReadOnlyList<ChangedProperty> Properties);

/// <summary>A property that changed; null where it was or is not known.</summary>
public sealed record ChangedProperty(string Name, PropertyValue? Before, PropertyValue? After);
