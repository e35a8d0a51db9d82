using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>Finds every commit that a name leads to, and puts parents before children, the older commit first.</summary>
internal sealed class CommitWalk(ObjectStore store, CancellationToken cancellation)
{
    private readonly Dictionary<ObjectId, Commit> _commits = [];

    /// <summary>The only commits that are wanted, where not all are.</summary>
    public IReadOnlySet<ObjectId>? Only { get; init; }

    /// <summary>Trees that tags name without a commit.</summary>
    public List<ObjectId> LooseTrees { get; } = [];

    /// <summary>Objects that should be there and are not, or are damaged.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether there were more commits than are walked.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The commits behind these names. Parents of <paramref name="shallow"/> commits are known not to be there.</summary>
    public List<Commit> Walk(IEnumerable<ObjectId> tips, IReadOnlySet<ObjectId> shallow)
    {
        var waiting = new Stack<ObjectId>(tips.Reverse());
        var seen = new HashSet<ObjectId>(waiting);
        while (waiting.TryPop(out var id) && !cancellation.IsCancellationRequested)
        {
            if (_commits.Count == store.Limits.MaxCommits)
            {
                IsCut = true;
                break;
            }

            foreach (var next in Open(id, shallow))
            {
                if (Only?.Contains(next) != false && seen.Add(next))
                    waiting.Push(next);
            }
        }

        return Ordered();
    }

    private ObjectId[] Open(ObjectId id, IReadOnlySet<ObjectId> shallow)
    {
        if (store.Read(id) is not { } found)
        {
            Missing++;
            return [];
        }

        switch (found.Kind)
        {
            case ObjectKind.Tag:
                return Commit.TaggedBy(found.Data, store.IdLength) is { } tagged ? [tagged] : [];
            case ObjectKind.Tree:
                LooseTrees.Add(id);
                return [];
            case ObjectKind.Commit when Commit.Parse(id, found.Data, store.IdLength) is { } commit:
                _commits[id] = shallow.Contains(id) ? commit with { Parents = [] } : commit;
                return _commits[id].Parents;
            case ObjectKind.Commit:
                Missing++;
                return [];
            default:
                return [];
        }
    }

    private List<Commit> Ordered()
    {
        var children = new Dictionary<ObjectId, List<Commit>>();
        var unmet = new Dictionary<ObjectId, int>();
        var ready = new PriorityQueue<Commit, (long, ObjectId)>();
        foreach (var commit in _commits.Values)
        {
            var parents = commit.Parents.Where(_commits.ContainsKey).Distinct().ToArray();
            unmet[commit.Id] = parents.Length;
            foreach (var parent in parents)
            {
                if (!children.TryGetValue(parent, out var list))
                    children[parent] = list = [];
                list.Add(commit);
            }

            if (parents.Length == 0)
                ready.Enqueue(commit, (commit.CommitterSeconds, commit.Id));
        }

        var ordered = new List<Commit>(_commits.Count);
        while (ready.TryDequeue(out var commit, out _))
        {
            ordered.Add(commit);
            foreach (var child in children.GetValueOrDefault(commit.Id) ?? [])
            {
                if (--unmet[child.Id] == 0)
                    ready.Enqueue(child, (child.CommitterSeconds, child.Id));
            }
        }

        return ordered;
    }
}
