namespace Sextant.Map;

/// <summary>A node of the map: one thing, whoever saw it and by whatever name.</summary>
public sealed class Asset
{
    internal Asset(AssetId id, string name, string[] aliases, Property[] properties, Evidence[] evidence) =>
        (Id, Name, Aliases, Properties, Evidence) = (id, name, aliases, properties, evidence);

    /// <summary>The stable id.</summary>
    public AssetId Id { get; }

    /// <summary>The kind.</summary>
    public AssetKind Kind => Id.Kind;

    /// <summary>The name people use.</summary>
    public string Name { get; }

    /// <summary>Other names, sorted.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Facets, sorted by name.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>All places where it was seen, sorted.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>The surest evidence; among equals the first in order.</summary>
    public Evidence Surest
    {
        get
        {
            var surest = Evidence[0];
            foreach (var e in Evidence)
            {
                if (e.Confidence > surest.Confidence)
                    surest = e;
            }

            return surest;
        }
    }

    /// <summary>The value of a facet; null if nobody read it, which means unknown, never no.</summary>
    public PropertyValue? this[string property]
    {
        get
        {
            foreach (var p in Properties)
            {
                if (string.Equals(p.Name, property, StringComparison.Ordinal))
                    return p.Value;
            }

            return null;
        }
    }

    /// <summary>A text facet; null if absent or not a text.</summary>
    public string? Text(string property) => (this[property] as PropertyValue.Text)?.Value;

    /// <summary>Whether a set facet holds a member.</summary>
    public bool Has(string property, string member) => this[property] is PropertyValue.Set set && set.Contains(member);

    /// <inheritdoc/>
    public override string ToString() => Id.Value;
}

/// <summary>A facet of an asset, with the evidence that set it and what others said.</summary>
/// <param name="Name">The facet, by the names of <see cref="Vocabulary"/>.</param>
/// <param name="Value">The value that holds: of the surest evidence; sets are united.</param>
/// <param name="Evidence">What set it.</param>
/// <param name="Conflicts">Other values that were seen, kept and shown.</param>
public sealed record Property(string Name, PropertyValue Value, Evidence Evidence, IReadOnlyList<(PropertyValue Value, Evidence Evidence)> Conflicts);
