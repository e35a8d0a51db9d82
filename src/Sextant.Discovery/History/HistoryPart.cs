using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>A part of a history: what some commits brought.</summary>
/// <param name="Commits">The commits.</param>
/// <param name="Tips">Those of them from which the others are reached; none if there are none.</param>
/// <param name="Before">
/// The commit before them. What its tree holds counts as brought by it, so that a key that these commits remove from the tree is still
/// found: it stays in history.
/// </param>
internal sealed record HistoryPart(IReadOnlySet<ObjectId> Commits, IReadOnlyList<ObjectId> Tips, Commit? Before);
