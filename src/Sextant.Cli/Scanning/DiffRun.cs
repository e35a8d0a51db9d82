using Sextant.Discovery;
using Sextant.Discovery.Reading;
using Sextant.Map;
using Sextant.Posture;
using Sextant.Posture.Compare;

namespace Sextant.Cli.Scanning;

/// <summary>Two states of a repository, each looked at as a scan would, and compared.</summary>
internal sealed class DiffRun(Installation installation, TimeProvider time)
{
    /// <summary>What is different between both sides of a range, and what they are called.</summary>
    /// <exception cref="TargetException">There is no such repository or revision.</exception>
    /// <exception cref="InstallationException">A rule or catalog file is wrong.</exception>
    public (PostureChange Change, string Before, string After) Run(string repository, string range, string? owner, CollectOptions options)
    {
        Func<IReadOnlyList<IInspector>> inspectors = () => [];
        using var comparison = RevisionComparison.Open(repository, range, () => inspectors());
        var before = Scan(comparison.Base, comparison.CollectBase);
        var after = Scan(comparison.Head, comparison.CollectHead);
        return (PostureComparer.Compare(before, after, owner is null ? null : (map, id) => IsOwned(map, id, owner)), comparison.Base, comparison.Head);

        ScanResult Scan(string name, Func<CollectOptions, IRecorder, Coverage> collect) => new ScanRun(installation, time).Run([name], options, (make, builder) =>
        {
            inspectors = make;
            options.Progress?.Invoke($"reading {name}");
            return collect(options, builder);
        }).Result;
    }

    private static bool IsOwned(AssetMap map, AssetId id, string owner)
    {
        if (map.Find(id) is not { } asset)
            return false;
        var wanted = owner.TrimStart('@');
        return Is(asset.Text("owner"), wanted) || map.Outgoing(asset, RelationKind.OwnedBy).Any(r => Is(r.To.Name, wanted) || r.To.Id.Path.EndsWith(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Is(string? name, string wanted) => name is not null && name.TrimStart('@').Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
