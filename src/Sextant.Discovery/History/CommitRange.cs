using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>
/// What one commit has that another has not, and where they part. Commits are looked at newest first, and only until all that is left
/// is common to both, so that a short branch of a long history costs little. Where clocks were wrong, a commit more may be in the range.
/// </summary>
internal sealed class CommitRange
{
    private const byte OfBase = 1;
    private const byte OfHead = 2;
    private const byte Common = OfBase | OfHead;

    private readonly Revisions _revisions;
    private readonly IReadOnlySet<ObjectId> _shallow;
    private readonly Dictionary<ObjectId, (Commit Commit, byte Sides)> _seen = [];
    private readonly PriorityQueue<ObjectId, long> _next = new();
    private readonly HashSet<ObjectId> _open = [];

    private CommitRange(Revisions revisions, IReadOnlySet<ObjectId> shallow) => (_revisions, _shallow) = (revisions, shallow);

    /// <summary>The ids of the commits behind the head and not behind the base.</summary>
    public required IReadOnlySet<ObjectId> New { get; init; }

    /// <summary>The newest commit that is behind both; null if there is none.</summary>
    public required Commit? MergeBase { get; init; }

    /// <summary>What a head has that a base has not.</summary>
    /// <param name="revisions">The repository's commits.</param>
    /// <param name="from">The base.</param>
    /// <param name="to">The head.</param>
    /// <param name="shallow">Commits whose parents are known not to be there.</param>
    public static CommitRange Of(Revisions revisions, Commit from, Commit to, IReadOnlySet<ObjectId> shallow)
    {
        var walk = new CommitRange(revisions, shallow) { New = new HashSet<ObjectId>(), MergeBase = null };
        walk.Meet(from, OfBase);
        walk.Meet(to, OfHead);
        walk.Run();
        var common = walk._seen.Values.Where(s => s.Sides == Common).Select(s => s.Commit);
        return new CommitRange(revisions, shallow)
        {
            New = walk._seen.Where(s => s.Value.Sides == OfHead).Select(s => s.Key).ToHashSet(),
            MergeBase = common.OrderByDescending(c => c.CommitterSeconds).ThenBy(c => c.Id).FirstOrDefault(),
        };
    }

    private void Run()
    {
        while (_open.Count > 0 && _next.TryDequeue(out var id, out _))
        {
            _open.Remove(id);
            var (commit, sides) = _seen[id];
            foreach (var parent in _shallow.Contains(id) ? [] : commit.Parents)
            {
                if (_seen.TryGetValue(parent, out var known))
                    Meet(known.Commit, sides);
                else if (_revisions.Of(parent) is { } found)
                    Meet(found, sides);
            }
        }
    }

    // What both sides reach is waited for no longer, but still passes on to its parents that they are common.
    private void Meet(Commit commit, byte sides)
    {
        var before = _seen.TryGetValue(commit.Id, out var known) ? known.Sides : (byte)0;
        var after = (byte)(before | sides);
        if (after == before)
            return;
        _seen[commit.Id] = (commit, after);
        _next.Enqueue(commit.Id, -commit.CommitterSeconds);
        if (after == Common)
            _open.Remove(commit.Id);
        else
            _open.Add(commit.Id);
    }
}
