using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.History;

/// <summary>What the commit of HEAD holds, so that history does not show again what the tree showed already.</summary>
internal sealed class CurrentTree
{
    private readonly Dictionary<ObjectId, List<string>> _paths = [];
    private readonly ISourceTree _files;
    private readonly Dictionary<string, long> _lengths;

    /// <summary>Lists the contents of a tree.</summary>
    public CurrentTree(ObjectStore store, ObjectId? tree, ISourceTree files)
    {
        _files = files;
        _lengths = files.Listing.ToDictionary(f => f.Path, f => f.Length, StringComparer.Ordinal);
        if (tree is { } id)
            List(store, id, "", 0);
    }

    /// <summary>Whether the commit of HEAD holds a content.</summary>
    public bool Holds(ObjectId id) => _paths.ContainsKey(id);

    /// <summary>Whether a content was offered as a file of a tree that was read from the repository itself, which needs no look at its bytes.</summary>
    public bool WasReadAs(ObjectId id) => _files is GitTree && _paths.TryGetValue(id, out var paths) && paths.Exists(_files.Exists);

    /// <summary>Whether a file of the tree that was offered has just these bytes.</summary>
    public bool WasRead(ObjectId id, ReadOnlySpan<byte> data)
    {
        if (!_paths.TryGetValue(id, out var paths))
            return false;
        foreach (var path in paths)
        {
            if (_lengths.TryGetValue(path, out var length) && length == data.Length && _files.Read(path) is { } bytes && data.SequenceEqual(bytes))
                return true;
        }

        return false;
    }

    private void List(ObjectStore store, ObjectId id, string prefix, int depth)
    {
        if (depth > store.Limits.MaxTreeDepth || _paths.Count > store.Limits.MaxTrees || store.Read(id) is not { Kind: ObjectKind.Tree } tree)
            return;
        var entries = new TreeEntries(tree.Data, store.IdLength);
        while (entries.MoveNext())
        {
            var path = prefix + entries.Text;
            if (entries.IsFolder)
                List(store, entries.Id, path + "/", depth + 1);
            else if (entries.IsFile)
                (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_paths, entries.Id, out _) ??= []).Add(path);
        }
    }
}
