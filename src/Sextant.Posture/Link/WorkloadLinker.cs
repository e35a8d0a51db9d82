using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>
/// Joins a running unit with the code that it runs: what the code uses, the unit uses; what the unit may do and where it can be
/// reached holds for the code. So "application wired to the production database" is one chain.
/// </summary>
public sealed class WorkloadLinker : IConcluder
{
    private static readonly RelationKind[] FromCode =
        [RelationKind.Uses, RelationKind.Reads, RelationKind.Writes, RelationKind.RetrievesFrom, RelationKind.SendsTo];

    private static readonly RelationKind[] FromUnit =
    [
        RelationKind.CanRead, RelationKind.CanWrite, RelationKind.CanAdminister, RelationKind.CanInvoke, RelationKind.Reads,
        RelationKind.Writes, RelationKind.Uses, RelationKind.RunsAs, RelationKind.AuthenticatesWith,
    ];

    /// <inheritdoc/>
    public string Name => "link:workloads";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var workload in map.Assets.Where(a => a.Kind == AssetKind.Workload))
        {
            foreach (var built in map.Outgoing(workload, RelationKind.BuiltFrom).Where(b => b.To.Kind == AssetKind.Application))
            {
                Share(map, built, deductions);
                Reach(map, built, deductions);
            }

            foreach (var hosts in map.Outgoing(workload, RelationKind.Hosts))
                Reach(map, hosts, deductions);
            Neighbours(map, workload, deductions);
        }
    }

    private static void Share(AssetMap map, Relation built, Deductions deductions)
    {
        var (workload, code) = (built.From, built.To);
        foreach (var does in map.Outgoing(code).Where(r => FromCode.Contains(r.Kind)))
            deductions.Relate(workload, does.Kind, does.To, $"{workload.Name} runs {code.Name}: {does.Because}", Confidence.Likely, does.Surest, built.Surest);
        foreach (var may in map.Outgoing(workload).Where(r => FromUnit.Contains(r.Kind)))
            deductions.Relate(code, may.Kind, may.To, $"{code.Name} runs in {workload.Name}: {may.Because}", Confidence.Likely, may.Surest, built.Surest);
    }

    private static void Reach(AssetMap map, Relation inside, Deductions deductions)
    {
        foreach (var reach in map.Incoming(inside.From, RelationKind.Reaches))
        {
            deductions.Relate(
                reach.From, RelationKind.Reaches, inside.To, $"{inside.To.Name} answers in {inside.From.Name}: {reach.Because}",
                Confidence.Likely, reach.Surest, inside.Surest);
        }
    }

    /// <summary>What one unit is made to start after, or calls, and what answers there.</summary>
    private static void Neighbours(AssetMap map, Asset workload, Deductions deductions)
    {
        foreach (var near in map.Outgoing(workload).Where(r => r.To.Kind == AssetKind.Workload))
        {
            if (near.Kind is not (RelationKind.DependsOn or RelationKind.Uses or RelationKind.Reaches))
                continue;
            var sure = near.Kind == RelationKind.Uses ? Confidence.Likely : Confidence.Possible;
            foreach (var hosts in map.Outgoing(near.To, RelationKind.Hosts))
            {
                if (Use(hosts.To.Kind) is { } use)
                    deductions.Relate(workload, use, hosts.To, $"{workload.Name} needs {near.To.Name}, where {hosts.To.Name} answers.", sure, near.Surest, hosts.Surest);
            }
        }
    }

    private static RelationKind? Use(AssetKind kind) => kind switch
    {
        AssetKind.ModelEndpoint or AssetKind.ModelGateway or AssetKind.McpServer => RelationKind.Uses,
        AssetKind.DataStore => RelationKind.Reads,
        AssetKind.VectorStore => RelationKind.RetrievesFrom,
        _ => null,
    };
}
