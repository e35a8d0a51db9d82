namespace Sextant.Map;

/// <summary>How much was looked at, and what was not.</summary>
/// <param name="FilesSeen">Files met in the targets, before any were left out.</param>
/// <param name="FilesRead">Files whose bytes were offered to the inspectors.</param>
/// <param name="BytesRead">Bytes of those files.</param>
/// <param name="FilesInspected">Files that at least one inspector understood.</param>
/// <param name="FilesSkipped">Files left out, by reason (<c>ignored</c>, <c>vendored</c>, <c>binary</c>, <c>too large</c>).</param>
/// <param name="Commits">Commits of history read; 0 if history was not read.</param>
/// <param name="Blobs">Distinct contents of history read.</param>
/// <param name="Errors">What failed, one clear line each that says what to do.</param>
public sealed record Coverage(
    long FilesSeen,
    long FilesRead,
    long BytesRead,
    long FilesInspected,
    IReadOnlyDictionary<string, long> FilesSkipped,
    long Commits,
    long Blobs,
    IReadOnlyList<string> Errors)
{
    /// <summary>Nothing was looked at.</summary>
    public static Coverage None { get; } = new(0, 0, 0, 0, new SortedDictionary<string, long>(StringComparer.Ordinal), 0, 0, []);

    /// <summary>The coverage of two targets together.</summary>
    public static Coverage operator +(Coverage a, Coverage b)
    {
        var skipped = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (reason, count) in a.FilesSkipped.Concat(b.FilesSkipped))
            skipped[reason] = skipped.GetValueOrDefault(reason) + count;
        return new(
            a.FilesSeen + b.FilesSeen, a.FilesRead + b.FilesRead, a.BytesRead + b.BytesRead, a.FilesInspected + b.FilesInspected,
            skipped, a.Commits + b.Commits, a.Blobs + b.Blobs, [.. a.Errors, .. b.Errors]);
    }

    /// <inheritdoc cref="op_Addition"/>
    public static Coverage Add(Coverage left, Coverage right) => left + right;
}
