using Sextant.Map;

namespace Sextant.Posture;

/// <summary>A way from the outside, or from untrusted content, to something that matters.</summary>
/// <param name="Id">A hash of its steps, stable across scans.</param>
/// <param name="Title">What it means, in a sentence.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Breaks">Ids of the findings whose fix breaks it.</param>
public sealed record AttackPath(string Id, string Title, int Score, IReadOnlyList<PathStep> Steps, IReadOnlyList<string> Breaks);

/// <summary>A step of an attack path: what an attacker who holds <paramref name="From"/> does to hold <paramref name="To"/>.</summary>
/// <param name="From">Where the attacker is.</param>
/// <param name="Relation">The relation that lets it happen.</param>
/// <param name="To">Where the attacker gets to.</param>
/// <param name="Forward">Whether the relation points along the step; false where it is walked against its direction.</param>
/// <param name="Because">The step in words.</param>
public sealed record PathStep(AssetId From, RelationKind Relation, AssetId To, bool Forward, string Because);
