using Sextant.Discovery;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Assess;
using Sextant.Posture.Classify;
using Sextant.Posture.Prioritize;

namespace Sextant.Cli.Scanning;

/// <summary>The whole path: targets, observations, map, conclusions, findings, priorities.</summary>
internal sealed class ScanRun(Installation installation, TimeProvider time)
{
    /// <summary>Names of the only inspectors that look, for measurements; empty for all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>Whether found keys are checked with the providers that issued them.</summary>
    public bool Verify { get; init; }

    /// <summary>Looks at targets.</summary>
    /// <exception cref="TargetException">A target is wrong.</exception>
    /// <exception cref="InstallationException">A rule or catalog file is wrong.</exception>
    public ScanResult Run(IReadOnlyList<string> targets, CollectOptions options)
    {
        installation.ReadAhead();
        var builder = new MapBuilder();
        var notes = new ScanNotes(new IgnoreComments(), new Register());
        var coverage = Collect(targets, options, builder, notes);
        options.Progress?.Invoke("drawing conclusions");
        var map = WhatIsShown.Of(Conclusions.Run(builder, new RegistrationClassifier(notes.Register.Registrations)));
        var assessment = RuleEngine.Assess(map, installation.Rules.Rules);
        var priorities = Prioritizer.Run(map, assessment.Findings);
        var kept = notes.Apply(priorities.Findings, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new ScanResult(targets, map, kept.Findings, priorities.Paths, coverage with { Errors = [.. coverage.Errors, .. kept.Warnings] }, Tool())
        {
            NotAssessed = assessment.NotAssessed,
            Suppressed = kept.Suppressed,
            Tallies = assessment.Tallies,
            Rules = [.. installation.Rules.Rules.Select(r => r.ToInfo())],
            Time = time.GetUtcNow(),
        };
    }

    private Coverage Collect(IReadOnlyList<string> targets, CollectOptions options, MapBuilder builder, ScanNotes notes)
    {
        var key = Installation.FingerprintKey();
        using var verifier = Verify ? new KeyVerifier(installation.KeyChecks.Value, KeyVerifier.Handler(), time) : null;
        ICollector[] collectors = [new RepositoryCollector(() => Inspectors.For(installation, key, notes, verifier, Only))];
        var coverage = Coverage.None;
        foreach (var target in targets)
        {
            var collector = Array.Find(collectors, c => c.Reads(target))
                ?? throw new TargetException($"nothing here reads '{target}'; name a folder, a git repository or its URL");
            coverage += collector.Collect(target, options, builder);
        }

        return coverage;
    }

    private ToolInfo Tool()
    {
        var version = typeof(ScanRun).Assembly.GetName().Version?.ToString(3) ?? "0";
        return new ToolInfo("sextant", version, installation.Rules.Fingerprint, installation.CatalogFingerprint);
    }
}
