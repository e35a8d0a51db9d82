namespace Sextant.Map;

/// <summary>The relations of a map as columns, sorted by (from, kind, to); evidence is one flat column with offsets.</summary>
internal sealed class RelationColumns(int[] from, RelationKind[] kind, int[] to, string[] because, int[] evidenceOffsets, Evidence[] evidence)
{
    public int Count => From.Length;

    public int[] From { get; } = from;

    public RelationKind[] Kind { get; } = kind;

    public int[] To { get; } = to;

    public string[] Because { get; } = because;

    public ReadOnlySpan<Evidence> EvidenceOf(int relation) =>
        evidence.AsSpan(evidenceOffsets[relation], evidenceOffsets[relation + 1] - evidenceOffsets[relation]);
}
