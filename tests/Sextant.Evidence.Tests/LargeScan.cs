using System.Globalization;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>A scan of a large organisation: 20,000 assets and 5,000 findings by default.</summary>
internal static class LargeScan
{
    public static ScanResult Create(int assets = 20_000, int findings = 5_000)
    {
        var map = new MapBuilder();
        var kinds = new[] { AssetKind.Agent, AssetKind.Tool, AssetKind.Model, AssetKind.DataStore, AssetKind.Package };
        var ids = Enumerable.Range(0, assets).Select(i => AssetId.Of(kinds[i % kinds.Length], "repo/big", Number(i))).ToArray();
        for (var i = 0; i < assets; i++)
        {
            var at = SampleScan.At($"src/module{i % 300}/file{i % 40}.py", i % 900 + 1, "name = build(...)");
            map.Asset(ids[i], $"asset-{Number(i)}", at, ("provider", "acme"), ("environment", i % 3 == 0 ? "production" : "development"));
            map.Relate(ids[i], RelationKind.Uses, ids[i * 7 % assets], "It is used there.", at);
        }

        var list = Enumerable.Range(0, findings).Select(i => Finding(i, ids)).OrderByDescending(f => f.Score).ThenByDescending(f => f.Severity).ThenBy(f => f.Id, StringComparer.Ordinal);
        var paths = Enumerable.Range(0, 40).Select(i => Path(i, ids));
        return SampleScan.Result with { Map = map.Build(), Findings = [.. list], Paths = [.. paths] };
    }

    private static Finding Finding(int i, AssetId[] ids) =>
        new($"rule-{i % 25}-{Number(i)}", $"rule-{i % 25}", $"Something of kind {i % 25} is wrong", (Severity)(i % 5), ids[i % ids.Length], Number(i))
        {
            Score = i % 101,
            Why = [$"asset-{Number(i)} does what it should not."],
            Evidence = [SampleScan.At($"src/file{i % 40}.py", i % 900 + 1, "name = build(...)")],
            Remediation = ["Change it."],
            Effort = "hours",
            Breaks = [(ids[i % ids.Length], RelationKind.Uses, ids[i * 7 % ids.Length])],
        };

    private static AttackPath Path(int i, AssetId[] ids) => new(
        $"p{Number(i)}", $"Way {i} from the outside to what matters", 90 - i,
        [.. Enumerable.Range(0, 6).Select(s => new PathStep(ids[(i * 11) + s], RelationKind.Uses, ids[(i * 11) + s + 1], s % 2 == 0, $"Step {s}."))],
        [$"rule-{i % 25}-{Number(i)}"]);

    private static string Number(int i) => i.ToString("00000", CultureInfo.InvariantCulture);
}
