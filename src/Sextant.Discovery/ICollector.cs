using Sextant.Discovery.Memory;
using Sextant.Map;

namespace Sextant.Discovery;

/// <summary>Reads one kind of target and records what it observed.</summary>
public interface ICollector
{
    /// <summary>The name that errors and coverage carry.</summary>
    string Name { get; }

    /// <summary>Whether it reads a target, by how the target is written.</summary>
    bool Reads(string target);

    /// <summary>Reads a target. What fails is in the coverage; only a target that cannot be read at all throws <see cref="TargetException"/>.</summary>
    Coverage Collect(string target, CollectOptions options, IRecorder recorder);
}

/// <summary>A target is wrong: it does not exist or is not what it claims to be. The message says what to do.</summary>
public sealed class TargetException(string message) : Exception(message);

/// <summary>What the user asked of a scan.</summary>
public sealed record CollectOptions
{
    /// <summary>Whether git history is read too.</summary>
    public bool History { get; init; } = true;

    /// <summary>Whether vendored and generated trees (<c>node_modules</c>, <c>vendor</c>, <c>dist</c>) are read too.</summary>
    public bool Vendored { get; init; }

    /// <summary>Files larger than this are searched for secrets only by their first bytes, and recorded as a gap.</summary>
    public int MaxFileBytes { get; init; } = 16 << 20;

    /// <summary>Files read at once.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>What scans keep for the next one; null to keep and take nothing.</summary>
    public ScanCache? Cache { get; init; }

    /// <summary>Called now and then with what is being done, for a progress line.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Stops the work; what was found until then stays.</summary>
    public CancellationToken Cancellation { get; init; }
}
