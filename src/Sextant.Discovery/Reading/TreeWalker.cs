using Sextant.Discovery.Reading.Ignoring;

namespace Sextant.Discovery.Reading;

/// <summary>How a folder is walked.</summary>
internal sealed record WalkOptions
{
    /// <summary>Whether vendored and generated trees are listed too.</summary>
    public bool Vendored { get; init; }

    /// <summary>Files that an ignore file of git does not leave out, since they are part of the repository all the same.</summary>
    public TrackedPaths Tracked { get; init; } = TrackedPaths.None;

    /// <summary>Patterns that stand in no file of the tree (<c>.git/info/exclude</c>).</summary>
    public string Exclude { get; init; } = "";

    /// <summary>Entries after which the walk ends.</summary>
    public long MaxEntries { get; init; } = 5_000_000;

    /// <summary>Folders below each other.</summary>
    public int MaxDepth { get; init; } = 256;
}

/// <summary>
/// Lists the files of a folder that are to be read: what ignore files, vendored trees and links leave out is counted by
/// reason, what cannot be listed is an error line. No file is opened but the ignore files; no link is followed.
/// </summary>
internal sealed class TreeWalker
{
    private const int MaxIgnoreBytes = 4 << 20;

    private readonly string _root;
    private readonly WalkOptions _options;
    private readonly CoverageTally _tally;
    private readonly CancellationToken _cancellation;
    private readonly List<TreeFile> _files = [];
    private readonly List<string> _repositories = [];
    private long _entries;

    private TreeWalker(string root, WalkOptions options, CoverageTally tally, CancellationToken cancellation) =>
        (_root, _options, _tally, _cancellation) = (root, options, tally, cancellation);

    /// <summary>The files below a folder, and the repositories that lie in it and are read each by itself.</summary>
    public static Listing Walk(string root, WalkOptions options, CoverageTally tally, CancellationToken cancellation = default)
    {
        var walker = new TreeWalker(root, options, tally, cancellation);
        var exclude = IgnoreFile.Parse(options.Exclude) is { } file ? new IgnoreLayer(null, file, 0) : null;
        walker.Folder("", new Layers(exclude, null, OnlyTracked: false), 0);
        walker._files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        walker._repositories.Sort(StringComparer.Ordinal);
        return new Listing(walker._files, walker._repositories);
    }

    private void Folder(string prefix, Layers layers, int depth)
    {
        if (_cancellation.IsCancellationRequested || List(prefix) is not { } entries)
            return;
        if (prefix.Length > 0 && entries.Exists(e => NestedRepository.Marks(e.Name)) && NestedRepository.Is(Path.Join(_root, prefix)))
        {
            _repositories.Add(prefix.TrimEnd('/'));
            return;
        }

        layers = layers with
        {
            Git = Deepen(layers.Git, entries, prefix, ".gitignore"), Own = Deepen(layers.Own, entries, prefix, ".sextantignore"),
        };
        foreach (var entry in entries)
        {
            if (++_entries > _options.MaxEntries)
            {
                if (_entries == _options.MaxEntries + 1)
                    _tally.Fail($"{prefix}: the walk ended here after {_options.MaxEntries} entries; name smaller folders as targets");
                return;
            }

            if (entry.IsLink)
                Link(prefix + entry.Name);
            else if (!entry.IsFolder)
                File(prefix + entry.Name, entry, layers);
            else if (entry.Name != ".git")
                Enter(prefix + entry.Name, entry, entries, layers, depth + 1);
        }
    }

    private List<FolderEntry>? List(string prefix)
    {
        try
        {
            return FolderEntry.ListOf(Path.Join(_root, prefix));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _tally.Fail(Unreadable.Line(prefix.Length == 0 ? "." : prefix.TrimEnd('/'), e));
            _tally.Skip(SkipReasons.Unreadable);
            return null;
        }
    }

    private void File(string path, FolderEntry entry, Layers layers)
    {
        if (entry.Name == ".git")
            return; // where a worktree or submodule says that its repository lies
        _tally.See();
        var reason = Reason(path, isFolder: false, !_options.Vendored && VendoredTrees.IsFile(entry.Name), layers);
        if (reason is null)
            _files.Add(new TreeFile(path, entry.Length));
        else
            _tally.Skip(reason);
    }

    private void Enter(string path, FolderEntry entry, List<FolderEntry> beside, Layers layers, int depth)
    {
        var vendored = !_options.Vendored && (VendoredTrees.IsFolder(entry.Name, beside.Select(b => b.Name)) || IsEnvironment(path, entry.Name));
        var reason = depth > _options.MaxDepth ? SkipReasons.Bound : Reason(path, isFolder: true, vendored, layers);
        if (reason is null)
        {
            var onlyTracked = layers.OnlyTracked || IgnoreLayer.Decide(layers.Git, path, isDirectory: true) is true;
            Folder(path + "/", layers with { OnlyTracked = onlyTracked }, depth);
            return;
        }

        if (reason == SkipReasons.Bound)
            _tally.Fail($"{path}: lies deeper than {_options.MaxDepth} folders and was not read");
        var files = FolderEntry.Count(Path.Join(_root, path), _options.MaxEntries - _entries);
        _entries += files;
        _tally.See(files);
        _tally.Skip(reason, files);
    }

    /// <summary>Why a path is left out, or null. A line of <c>.sextantignore</c> outweighs what is guessed from names and what git ignores.</summary>
    private string? Reason(string path, bool isFolder, bool vendored, Layers layers)
    {
        if (IgnoreLayer.Decide(layers.Own, path, isFolder) is { } decision)
            return decision ? SkipReasons.Ignored : null;
        if (vendored)
            return SkipReasons.Vendored;
        var ignored = layers.OnlyTracked || IgnoreLayer.Decide(layers.Git, path, isFolder) is true;
        return ignored && !_options.Tracked.Contains(path) ? SkipReasons.Ignored : null;
    }

    private bool IsEnvironment(string path, string name) =>
        name.Contains("env", StringComparison.OrdinalIgnoreCase) && System.IO.File.Exists(Path.Join(_root, path, "pyvenv.cfg"));

    private void Link(string path)
    {
        _tally.See();
        _tally.Skip(LinkTarget.IsInside(_root, path) ? SkipReasons.Link : SkipReasons.LinkOut);
    }

    private IgnoreLayer? Deepen(IgnoreLayer? above, List<FolderEntry> entries, string prefix, string name)
    {
        var index = entries.FindIndex(e => e.Name == name);
        if (index < 0 || entries[index] is not { IsFolder: false, IsLink: false, Length: > 0 and <= MaxIgnoreBytes })
            return above;
        try
        {
            var file = IgnoreFile.Parse(System.IO.File.ReadAllText(Path.Join(_root, prefix, name)));
            return file is null ? above : new IgnoreLayer(above, file, prefix.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _tally.Fail(Unreadable.Line(prefix + name, e));
            return above;
        }
    }

    /// <summary>What a walk found.</summary>
    /// <param name="Files">Files, sorted by path.</param>
    /// <param name="Repositories">Folders that are repositories of their own, sorted.</param>
    internal sealed record Listing(List<TreeFile> Files, List<string> Repositories);

    /// <summary>The ignore files that hold in a folder, and whether git ignores the folder itself but for what is tracked in it.</summary>
    private readonly record struct Layers(IgnoreLayer? Git, IgnoreLayer? Own, bool OnlyTracked);
}
