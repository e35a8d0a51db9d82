using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.History;

public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sha1", false)]
    [InlineData("sha1", true)]
    [InlineData("sha256", false)]
    [InlineData("sha256", true)]
    public void Every_content_of_every_name_is_offered_once_as_git_shows_it(string format, bool packed)
    {
        Build(format);
        if (packed)
            _folder.Git("repack", "-adfq", "--depth=50", "--window=50");
        var offered = History();
        var expected = Blobs("--all").Where(b => !InTree().Contains(b)).Order(StringComparer.Ordinal);
        Assert.Equal(expected, offered.Select(o => _folder.Git("show", $"{o.Revision?.Commit}:{o.Path}")).Order(StringComparer.Ordinal));
        Assert.All(offered, o => Assert.Equal(_folder.Git("show", $"{o.Revision?.Commit}:{o.Path}"), o.Text));
    }

    [Fact]
    public void A_content_is_attributed_to_the_oldest_commit_that_holds_it()
    {
        _folder.Git("init", "-q");
        var first = Commit("a.py", "secret one");
        _folder.Git("mv", "a.py", "b.py");
        _folder.Git("commit", "-qm", "rename");
        Commit("b.py", "clean");
        var offered = Assert.Single(History());
        Assert.Equal(("a.py", first, false), (offered.Path, offered.Revision?.Commit, offered.Revision?.InTree));
        Assert.Equal(_folder.Git("show", "-s", "--format=%aI", first).Trim(), offered.Revision?.AuthorDate.ToString("yyyy-MM-ddTHH:mm:sszzz", null));
    }

    [Fact]
    public void What_the_tree_shows_is_not_shown_again_but_what_was_changed_in_it_is()
    {
        _folder.Git("init", "-q");
        Commit("same.py", "secret same");
        Commit("changed.py", "secret committed");
        _folder.With("changed.py", "not committed");
        var offered = Assert.Single(History());
        Assert.Equal(("changed.py", "secret committed", true), (offered.Path, offered.Text, offered.Revision?.InTree));
    }

    [Fact]
    public void Vendored_and_left_out_paths_are_left_out_of_history_too()
    {
        _folder.Git("init", "-q");
        Commit("node_modules/x.js", "secret vendored");
        Commit("fixtures/x.txt", "secret fixture");
        Commit("own.py", "secret own");
        _folder.Git("rm", "-rq", ".");
        Commit(".sextantignore", "fixtures/\n");
        Assert.Equal(["own.py"], History().Select(o => o.Path));
    }

    [Fact]
    public void A_bare_repository_is_read_from_its_head_and_history()
    {
        Build("sha1");
        using var bare = new TemporaryFolder();
        bare.Git("clone", "-q", "--bare", _folder.Root, "x.git");
        var (inspector, map) = (new CountingInspector { ReadsHistory = true }, new MapBuilder());
        var coverage = new RepositoryCollector(() => [inspector]).Collect(bare.At("x.git"), new CollectOptions(), map);
        Assert.Equal(Blobs("--branches", "--tags").Order(StringComparer.Ordinal), inspector.Offered.Select(o => o.Text).Order(StringComparer.Ordinal));
        Assert.Equal(_folder.Git("ls-tree", "-r", "--name-only", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries),
            inspector.Offered.Where(o => o.Revision is null).Select(o => o.Path));
        Assert.Equal(long.Parse(_folder.Git("rev-list", "--count", "--branches", "--tags"), null), coverage.Commits);
    }

    [Fact]
    public void A_url_is_cloned_read_and_removed()
    {
        Build("sha1");
        var before = Clones();
        var inspector = new CountingInspector { ReadsHistory = true };
        var coverage = inspector.Collect($"file://{_folder.Root}");
        Assert.Equal(Blobs("--branches", "--tags").Length, inspector.Offered.Length);
        Assert.Equal((0, before), (coverage.Errors.Count, Clones()));
    }

    [Fact]
    public void A_url_that_cannot_be_cloned_says_why_and_hides_its_password()
    {
        var failed = Assert.Throws<TargetException>(() => new CountingInspector().Collect($"file://ada:hunter2@localhost{_folder.Root}/none"));
        Assert.StartsWith($"file://localhost{_folder.Root}/none could not be cloned (", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worktree_shares_the_history_of_its_repository()
    {
        _folder.Git("init", "-q", "main");
        _folder.With("main/a.py", "secret old");
        _folder.Git("-C", "main", "add", ".");
        _folder.Git("-C", "main", "commit", "-qm", "one");
        _folder.With("main/a.py", "new");
        _folder.Git("-C", "main", "commit", "-qam", "two");
        _folder.Git("-C", "main", "worktree", "add", "-q", "../other");
        Assert.Equal("secret old", Assert.Single(History("other")).Text);
    }

    [Fact]
    public void A_made_up_git_file_leads_to_no_other_repository()
    {
        using var foreign = new TemporaryFolder();
        foreign.Git("init", "-q");
        foreign.With("private.py", "secret");
        foreign.Git("add", ".");
        foreign.Git("commit", "-qm", "private");
        foreign.Git("rm", "-q", "private.py");
        foreign.Git("commit", "-qm", "gone");
        _folder.With(".git", $"gitdir: {foreign.At(".git")}").With("a.py", "a");
        Assert.Equal(["a.py"], Offered().Select(o => o.Path));
    }

    [Fact]
    public void A_shallow_clone_is_a_gap()
    {
        Build("sha1");
        using var clone = new TemporaryFolder();
        clone.Git("clone", "-q", "--depth", "1", $"file://{_folder.Root}", "x");
        var map = new MapBuilder();
        var coverage = new RepositoryCollector(() => [new CountingInspector { ReadsHistory = true }]).Collect(clone.At("x"), new CollectOptions(), map);
        Assert.Contains("shallow clone", Assert.Single(map.Build().Gaps).Reason, StringComparison.Ordinal);
        Assert.Empty(coverage.Errors);
    }

    [Fact]
    public void A_broken_repository_costs_a_line_and_its_files_are_read_all_the_same()
    {
        Build("sha1");
        _folder.With(".git/HEAD", "ref: refs/heads/none");
        var inspector = new CountingInspector { ReadsHistory = true };
        var coverage = inspector.Collect(_folder.Root);
        Assert.Contains("git: HEAD names no commit; check out a branch, or run 'git fsck'", coverage.Errors);
        Assert.Contains("src/0.py", inspector.Offered.Where(o => o.Revision is null).Select(o => o.Path));
    }

    private Offered[] History(string folder = "") => [.. Offered(folder).Where(o => o.Revision is not null)];

    private Offered[] Offered(string folder = "")
    {
        var inspector = new CountingInspector { ReadsHistory = true };
        Assert.Empty(inspector.Collect(_folder.At(folder)).Errors);
        return inspector.Offered;
    }

    private string Commit(string path, string text)
    {
        _folder.With(path, text);
        _folder.Git("add", "-A");
        _folder.Git("commit", "-qm", path);
        return _folder.Git("rev-parse", "HEAD").Trim();
    }

    /// <summary>A history with versions that differ little, a rename, a merge, tags, a stash and a branch of its own.</summary>
    private void Build(string format)
    {
        _folder.Git("init", "-q", $"--object-format={format}");
        for (var version = 0; version < 12; version++)
        {
            for (var file = 0; file < 3; file++)
                _folder.With($"src/{file}.py", string.Join('\n', Enumerable.Range(0, 200).Select(line => line == version * 7 ? $"changed {version} {file}" : $"line {line} of {file}")));
            Commit($"v{version}.txt", $"version {version}");
        }

        _folder.Git("checkout", "-q", "-b", "side", "HEAD~4");
        Commit("side/only.py", "only on a branch");
        _folder.Git("tag", "-a", "v1", "-m", "annotated");
        _folder.Git("checkout", "-q", "main");
        _folder.Git("mv", "v3.txt", "renamed.txt");
        _folder.Git("commit", "-qm", "rename");
        _folder.Git("merge", "-q", "--no-edit", "side");
        _folder.Git("rm", "-q", "side/only.py", "v5.txt");
        _folder.Git("commit", "-qm", "remove");
        _folder.With("src/0.py", "stashed");
        _folder.Git("stash", "-q");
    }

    private string[] Blobs(params string[] names)
    {
        var lines = _folder.Git(["rev-list", "--objects", .. names]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]);
        return [.. lines.Where(id => _folder.Git("cat-file", "-t", id).Trim() == "blob").Select(id => _folder.Git("cat-file", "blob", id))];
    }

    private HashSet<string> InTree() =>
        [.. Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.git/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    private static int Clones() => Directory.EnumerateDirectories(Path.GetTempPath(), "sextant-clone-*").Count();
}
