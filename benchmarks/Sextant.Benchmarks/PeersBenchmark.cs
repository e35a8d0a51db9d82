using System.Globalization;

namespace Sextant.Benchmarks;

/// <summary>
/// Measures a whole scan beside other tools that look for AI in source: those that are installed, or commands that are given, with
/// <c>{tree}</c> for the tree and <c>{out}</c> for a file to write to.
/// </summary>
internal sealed class PeersBenchmark(string root, IReadOnlyList<string> sextant)
{
    /// <summary>Runs of each; peers take long.</summary>
    private const int Runs = 3;

    private static readonly string[] Known =
    [
        "aibom -o {out} {tree}",
        "ai-bom scan {tree} --format json -o {out}",
        "agent-bom-source {tree}",
        "agent-audit scan {tree} --format json -o {out}",
        "g0 inventory {tree} --json -o {out}",
    ];

    public int Run(string tree, string[] commands)
    {
        var peers = (commands.Length > 0 ? commands : [.. Known.Where(k => Processes.Exists(k.Split(' ')[0]))]).Select(c => Filled(c, tree)).ToArray();
        if (peers.Length == 0)
        {
            Console.Error.WriteLine("bench: none of the tools it knows is installed; give commands, as in: ./bench peers TREE 'aibom -o {out} {tree}'");
            return 2;
        }

        string[] scan = [.. sextant, "scan", tree, "--no-history", "--no-progress", "--output", $"json={Path.Combine(root, "out", "bench.json")}"];
        Console.WriteLine($"peers: {tree}, medians of {Runs} whole processes in turn, peak memory of the first process");
        foreach (var peer in peers)
        {
            var (own, other) = Processes.Pair(scan, peer, Runs);
            Console.WriteLine($"  sextant  {own}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {peer[0],-8} {other}  sextant is {other.WallSeconds / own.WallSeconds:0.0} times faster"));
        }

        return 0;
    }

    private string[] Filled(string command, string tree) =>
        [.. command.Split(' ').Select(w => w.Replace("{tree}", tree, StringComparison.Ordinal).Replace("{out}", Path.Combine(root, "out", "bench-peer.json"), StringComparison.Ordinal))];
}
