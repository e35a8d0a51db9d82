using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>Where a content first came from.</summary>
/// <param name="Commit">The index of the commit; -1 if only a tagged tree holds it.</param>
/// <param name="Path">The path that it had there.</param>
internal readonly record struct Origin(int Commit, string Path);

/// <summary>
/// Says for every blob that a commit leads to which commit brought it, and under which path. Commits are walked oldest first
/// and no tree is read twice, so the work is that of the changes. Blobs at left-out paths are attributed nowhere.
/// </summary>
internal sealed class Attribution(ObjectStore store, Func<string, bool, bool> isLeftOut, CancellationToken cancellation)
{
    private readonly Dictionary<ObjectId, Origin> _origins = [];
    private readonly HashSet<ObjectId> _trees = [];

    /// <summary>Distinct blobs, and where each came from.</summary>
    public IReadOnlyDictionary<ObjectId, Origin> Origins => _origins;

    /// <summary>Trees that should be there and are not, or are damaged.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether there were more trees than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Attributes what these commits brought.</summary>
    public void Walk(IReadOnlyList<Commit> commits, Action<int> progress)
    {
        for (var i = 0; i < commits.Count && !cancellation.IsCancellationRequested; i++)
        {
            Tree(commits[i].Tree, i, "", 0);
            if (i % 1000 == 0)
                progress(i);
        }
    }

    /// <summary>Attributes what only a tagged tree holds.</summary>
    public void WalkTree(ObjectId tree) => Tree(tree, -1, "", 0);

    private void Tree(ObjectId id, int commit, string prefix, int depth)
    {
        if (!_trees.Add(id))
            return;
        if (_trees.Count > store.Limits.MaxTrees || depth > store.Limits.MaxTreeDepth)
        {
            IsCut = true;
            return;
        }

        if (store.Read(id) is not { Kind: ObjectKind.Tree } tree)
        {
            Missing++;
            return;
        }

        var entries = new TreeEntries(tree.Data, store.IdLength);
        while (entries.MoveNext())
        {
            if (entries.IsFolder ? _trees.Contains(entries.Id) : !entries.IsFile || _origins.ContainsKey(entries.Id))
                continue;
            var path = prefix + entries.Text;
            if (isLeftOut(path, entries.IsFolder))
                continue;
            if (entries.IsFolder)
                Tree(entries.Id, commit, path + "/", depth + 1);
            else
                _origins.Add(entries.Id, new Origin(commit, path));
        }
    }
}
