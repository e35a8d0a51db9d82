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
        // What a provider says of a key is not the same tomorrow.
        if (Only.Count > 0 || Verify)
            options = options with { Cache = null };
        var results = options.Cache is { } cache ? new ResultMemory(cache, Today) : null;
        if (results is not null && Survey(targets, options) is { } known && results.Find(known) is { } same)
            return same with { Targets = targets, Time = time.GetUtcNow() };
        RepositoryCollector? collector = null;
        var (result, isOfToday) = Run(targets, options, (inspectors, builder) => Collect(targets, options, collector = new RepositoryCollector(inspectors), builder));
        if (collector?.Collected is { Length: > 0 } id && !options.Cancellation.IsCancellationRequested)
            results?.Keep(IdOf(targets, id), result, isOfToday);
        return result;
    }

    /// <summary>Looks at what a collector of the caller's reads.</summary>
    /// <param name="targets">What the result calls it.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="collect">Reads it, with new inspectors for each tree.</param>
    /// <returns>The result, and whether tomorrow's may differ for the same files.</returns>
    public (ScanResult Result, bool IsOfToday) Run(IReadOnlyList<string> targets, CollectOptions options, Func<Func<IReadOnlyList<IInspector>>, MapBuilder, Coverage> collect)
    {
        installation.ReadAhead();
        var builder = new MapBuilder();
        var notes = new ScanNotes(new IgnoreComments(), new Register());
        var key = Installation.FingerprintKey();
        using var verifier = Verify ? new KeyVerifier(installation.KeyChecks.Value, KeyVerifier.Handler(), time) : null;
        var coverage = collect(() => Inspectors.For(installation, key, notes, verifier, Only), builder);
        options.Progress?.Invoke("drawing conclusions");
        var map = WhatIsShown.Of(Conclusions.Run(builder, new RegistrationClassifier(notes.Register.Registrations)));
        var assessment = RuleEngine.Assess(map, installation.Rules.Rules);
        var priorities = Prioritizer.Run(map, assessment.Findings);
        var kept = notes.Apply(priorities.Findings, Today);
        var result = new ScanResult(targets, map, kept.Findings, priorities.Paths, coverage with { Errors = [.. coverage.Errors, .. kept.Warnings] }, Tool())
        {
            NotAssessed = assessment.NotAssessed,
            Suppressed = kept.Suppressed,
            Tallies = assessment.Tallies,
            Rules = [.. installation.Rules.Rules.Select(r => r.ToInfo())],
            Time = time.GetUtcNow(),
        };
        return (result, notes.Register.Suppressions.Any(s => s.Expires is not null));
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static string? Survey(IReadOnlyList<string> targets, CollectOptions options)
    {
        var ids = targets.Select(t => RepositoryCollector.Survey(t, options)).TakeWhile(id => id is not null).ToArray();
        return ids.Length == targets.Count ? IdOf(targets, string.Concat(ids)) : null;
    }

    // A target's name may be part of what is said of it.
    private static string IdOf(IReadOnlyList<string> targets, string id) => $"{string.Join('\n', targets)}\n{id}";

    private static Coverage Collect(IReadOnlyList<string> targets, CollectOptions options, RepositoryCollector repositories, MapBuilder builder)
    {
        ICollector[] collectors = [repositories];
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
