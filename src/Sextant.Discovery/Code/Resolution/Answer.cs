namespace Sextant.Discovery.Code.Resolution;

/// <summary>
/// An answer that was found without meeting a bound, with what it cost. Where it is used again it costs the same, so that what is
/// found does not depend on what was asked before.
/// </summary>
/// <param name="Found">What was found.</param>
/// <param name="Steps">Expressions that were looked at.</param>
/// <param name="Depth">How much deeper than the question it went.</param>
/// <param name="Chain">How many more were being followed at once.</param>
/// <param name="Followed">All that was followed: where one of these is being followed already, the answer is another.</param>
internal sealed record Answer(IReadOnlyList<Meaning> Found, int Steps, int Depth, int Chain, object[] Followed);

/// <summary>Where a question began, so that what it cost can be told.</summary>
internal readonly record struct Asked(int Steps, int Depth, int Chain, int Trail, bool Cut);
