using Sextant.Discovery;
using Sextant.Discovery.Registration;
using Sextant.Posture;
using Sextant.Posture.Assess.Suppressing;

namespace Sextant.Cli.Scanning;

/// <summary>What people wrote down about a scan's targets, which is applied when the findings are known.</summary>
internal sealed record ScanNotes(IgnoreComments Comments, Register Register)
{
    /// <summary>Findings without those that somebody chose not to see.</summary>
    public SuppressionResult Apply(IReadOnlyList<Finding> findings, DateOnly today)
    {
        var comments = Comments.All.Select(c => InlineIgnore.Read(c.Path, c.Line, c.Text)).OfType<InlineIgnore>().ToArray();
        return Suppressions.Apply(findings, Register.Suppressions, today).Then(left => InlineSuppressions.Apply(left, comments));
    }
}
