namespace Sextant.Posture.Prioritize;

/// <summary>A finding's score: the sum of its factors' points, 0 to 100.</summary>
public static class Score
{
    /// <summary>The points of each factor, most first; they sum to the score.</summary>
    public static IReadOnlyList<ScoreFactor> Factors(ScoreInputs inputs)
    {
        List<ScoreFactor> factors =
        [
            new("severity", Points(ScoreWeights.Severity, ScoreWeights.Share(inputs.Severity)), $"the rule says {inputs.Severity.ToString().ToLowerInvariant()}"),
            Factor("reachability", ScoreWeights.Reachability, inputs.Reachability),
            Factor("sensitivity", ScoreWeights.Sensitivity, inputs.Sensitivity),
            Factor("exposure", ScoreWeights.Exposure, inputs.Exposure),
            Factor("blast radius", ScoreWeights.BlastRadius, inputs.BlastRadius),
            Factor("criticality", ScoreWeights.Criticality, inputs.Criticality),
            Factor("exploitability", ScoreWeights.Exploitability, inputs.Exploitability),
        ];
        if (inputs.Scope != "product")
            factors.Add(new("scope", -Points(factors.Sum(f => f.Points), ScoreWeights.NotProduct), $"it is {inputs.Scope} code, which does not ship"));
        return [.. factors.OrderByDescending(f => f.Points)];
    }

    private static ScoreFactor Factor(string name, int weight, (double? Value, string Because) input) =>
        new(name, Points(weight, input.Value ?? ScoreWeights.Unknown), input.Value is null ? $"{name} unknown: {input.Because}" : input.Because);

    private static int Points(int weight, double share) => (int)Math.Round(weight * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);
}
