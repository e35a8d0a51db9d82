namespace Sextant.Discovery.History.Objects;

/// <summary>What an object or an entry of a pack is, by git's own numbers.</summary>
internal enum ObjectKind
{
    /// <summary>Nothing that git knows.</summary>
    None = 0,
    Commit = 1,
    Tree = 2,
    Blob = 3,
    Tag = 4,

    /// <summary>A difference to an earlier entry of the pack.</summary>
    OffsetDelta = 6,

    /// <summary>A difference to an object named by its id.</summary>
    IdDelta = 7,
}

/// <summary>An object as a whole.</summary>
internal readonly record struct GitObject(ObjectKind Kind, byte[] Data);

/// <summary>How much of a repository is read before it counts as hostile.</summary>
internal sealed record HistoryLimits
{
    /// <summary>Bytes of one object.</summary>
    public int MaxObjectBytes { get; init; } = 64 << 20;

    /// <summary>Differences on top of each other.</summary>
    public int MaxChain { get; init; } = 4096;

    /// <summary>Bytes that one thread holds for a chain of differences.</summary>
    public long MaxHeldBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of all contents together.</summary>
    public long MaxTotalBytes { get; init; } = 256L << 30;

    /// <summary>Commits that are walked.</summary>
    public int MaxCommits { get; init; } = 5_000_000;

    /// <summary>Folders below each other.</summary>
    public int MaxTreeDepth { get; init; } = 256;

    /// <summary>Distinct folders that are read.</summary>
    public int MaxTrees { get; init; } = 20_000_000;
}
