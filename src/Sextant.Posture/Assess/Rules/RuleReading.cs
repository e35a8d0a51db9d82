using System.Text;
using Sextant.Documents;

namespace Sextant.Posture.Assess.Rules;

/// <summary>How rules are read.</summary>
/// <param name="Examples">Whether their examples are read and checked too. A scan needs none.</param>
/// <param name="Prepared">What was parsed before.</param>
public sealed record RuleReading(bool Examples, PreparedYaml Prepared)
{
    /// <summary>All of a rule, from its text.</summary>
    public static RuleReading Whole { get; } = new(Examples: true, PreparedYaml.None);

    internal DocumentResult Parse(string text, DocumentLimits limits) =>
        (Prepared.Count > 0 ? Prepared.Find(Encoding.UTF8.GetBytes(text), limits) : null) ?? YamlReader.Read(text, limits);
}
