using Sextant.Discovery.History;
using Sextant.Discovery.History.Objects;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>
/// Reads two states of one repository so that they can be compared: two commits, or a commit and the working tree. Commits are read
/// from git's own objects; nothing is checked out, and the working tree is not touched.
/// </summary>
public sealed class RevisionComparison : IDisposable
{
    private const int MaxNesting = 8;

    private readonly GitDirectory _git;
    private readonly ObjectStore _store;
    private readonly string? _workingTree;
    private readonly Commit _base;
    private readonly Commit? _head;
    private readonly Func<IReadOnlyList<IInspector>> _inspectors;
    private readonly string _name;

    private RevisionComparison(string folder, string range, Func<IReadOnlyList<IInspector>> inspectors)
    {
        (_git, _workingTree) = Locate(folder);
        _inspectors = inspectors;
        _store = ObjectStore.Open(_git, new HistoryLimits());
        try
        {
            var revisions = new Revisions(_git, _store);
            var (from, to, common) = Split(range);
            _base = revisions.Find(from);
            _head = to is null ? null : revisions.Find(to);
            if (common && _head is not null)
                _base = Difference(revisions, _base, _head).MergeBase ?? throw new TargetException($"{from} and {to} have no common commit (in CI: fetch with a fetch depth of 0)");
            if (_head is null && _workingTree is null)
                throw new TargetException("a bare repository has no working tree; name two revisions, as main..topic");
            (Base, Head) = (Shown(from, _base), to is null ? "the working tree" : Shown(to, _head));
            _name = NameOf();
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    /// <summary>The base, as it was written and with its short id.</summary>
    public string Base { get; }

    /// <summary>The head, as it was written and with its short id.</summary>
    public string Head { get; }

    /// <summary>Finds both sides of a range: <c>BASE..HEAD</c>, <c>BASE...HEAD</c> (from where they part), or <c>BASE</c> (to the working tree).</summary>
    /// <param name="folder">The repository, or a folder in it.</param>
    /// <param name="range">The range.</param>
    /// <param name="inspectors">Makes new inspectors for each tree.</param>
    /// <exception cref="TargetException">There is no such repository or revision.</exception>
    public static RevisionComparison Open(string folder, string range, Func<IReadOnlyList<IInspector>> inspectors) => new(folder, range, inspectors);

    /// <summary>Reads the base.</summary>
    public Coverage CollectBase(CollectOptions options, IRecorder recorder) => Tree(_base.Tree, "", null, options, recorder, 0);

    /// <summary>Reads the head, and what its commits brought into history since the base.</summary>
    public Coverage CollectHead(CollectOptions options, IRecorder recorder)
    {
        var part = options.History ? Part() : null;
        return _head is null ? WorkingTree(_workingTree ?? "", "", part, options, recorder, 0) : Tree(_head.Tree, "", part, options, recorder, 0);
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    private Coverage Tree(ObjectId id, string place, HistoryPart? part, CollectOptions options, IRecorder recorder, int depth)
    {
        var scan = new RepositoryScan(_inspectors, options, recorder, place) { Name = depth == 0 ? _name : null, Part = part };
        var tree = new GitTree(_store, id, options.Vendored, options.MaxFileBytes, scan.Tally, splits: true);
        var coverage = scan.OfTree(_git, _store, tree, id, OriginOf(_git));
        foreach (var (nested, root) in depth < MaxNesting ? tree.Nested : new Dictionary<string, ObjectId>())
            coverage += Tree(root, $"{place}{nested}/", null, options, new NestedRecorder(nested, recorder), depth + 1);
        return coverage;
    }

    private Coverage WorkingTree(string root, string place, HistoryPart? part, CollectOptions options, IRecorder recorder, int depth)
    {
        var scan = new RepositoryScan(_inspectors, options with { History = part is not null }, recorder, place) { Name = depth == 0 ? _name : null, Part = part };
        var coverage = scan.OfFolder(root, depth == 0 ? _git : null, OriginOf(_git), place.TrimEnd('/'));
        foreach (var nested in depth < MaxNesting ? scan.Nested : [])
        {
            // A working tree or submodule in the tree is no part of its commits.
            if (!Path.Exists(Path.Join(root, nested, ".git")))
                coverage += WorkingTree(Path.Join(root, nested), $"{place}{nested}/", null, options, new NestedRecorder(nested, recorder), depth + 1);
        }

        return coverage;
    }

    private HistoryPart Part()
    {
        var revisions = new Revisions(_git, _store);
        var head = _head ?? (GitRefs.Head(_git) is { } id ? revisions.Of(id) : null);
        if (head is null || head.Id == _base.Id)
            return new HistoryPart(new HashSet<ObjectId>(), [], _base);
        var range = Difference(revisions, _base, head);
        return new HistoryPart(range.New, range.New.Contains(head.Id) ? [head.Id] : [], range.MergeBase);
    }

    private CommitRange Difference(Revisions revisions, Commit from, Commit to) => CommitRange.Of(revisions, from, to, GitRefs.Shallow(_git));

    // Both sides go by one name, since it is part of the ids by which they are compared.
    private string NameOf()
    {
        var folder = Path.GetFileName(_workingTree ?? _git.Path);
        folder = folder.EndsWith(".git", StringComparison.Ordinal) && folder.Length > 4 ? folder[..^4] : folder;
        var tree = new GitTree(_store, (_head ?? _base).Tree, vendored: false, 1 << 20, new CoverageTally());
        return RepositoryName.Of(tree, OriginOf(_git), folder);
    }

    private string Shown(string revision, Commit? commit)
    {
        var hex = commit?.Id.ToHex(_store.IdLength) ?? "";
        return hex.StartsWith(revision, StringComparison.OrdinalIgnoreCase) ? hex[..Math.Min(10, hex.Length)] : $"{Excerpt.OneLine(revision, 100)} ({hex[..Math.Min(10, hex.Length)]})";
    }

    private static string? OriginOf(GitDirectory git) =>
        git.ReadText("config") is { } config ? GitConfig.Value(config, "remote \"origin\"", "url") : null;

    private static (string Base, string? Head, bool Common) Split(string range)
    {
        var at = range.IndexOf("..", StringComparison.Ordinal);
        if (at < 0)
            return (range, null, false);
        var common = range.AsSpan(at).StartsWith("...");
        return (OrHead(range[..at]), OrHead(range[(at + (common ? 3 : 2))..]), common);
    }

    private static string OrHead(string revision) => revision.Length == 0 ? "HEAD" : revision;

    private static (GitDirectory Git, string? WorkingTree) Locate(string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (GitDirectory.OfWorkingTree(path) is null && GitDirectory.OfBare(path) is { } bare)
            return (bare, null);
        for (var at = path; at is not null; at = Path.GetDirectoryName(at))
        {
            if (GitDirectory.OfWorkingTree(at) is { } git)
                return (git, at);
        }

        throw new TargetException($"{folder} is in no git repository; name one with --repository");
    }
}
