using System.Diagnostics;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Tests.Reading;

public sealed class TreeWalkerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_listed_by_path_and_git_s_own_are_not()
    {
        _folder.With("b.py", "b").With("a/z.py", "z").With("a.py", "a").With(".git/config", "").With("sub/.git", "gitdir: ../.git/modules/sub");
        Assert.Equal(["a.py", "a/z.py", "b.py"], Walk());
    }

    [Fact]
    public void Vendored_and_generated_trees_are_counted_and_left_out()
    {
        _folder.With("node_modules/a/index.js", "").With("node_modules/b.js", "").With("src/app.min.js", "x").With("src/app.js", "x")
            .With("web/package.json", "{}").With("web/build/x.js", "").With("tools/build/own.py", "x").With("env/pyvenv.cfg", "x").With("env/lib.py", "x");
        Assert.Equal(["src/app.js", "tools/build/own.py", "web/package.json"], Walk());
        Assert.Equal(6, Skipped("vendored"));
        Assert.Equal(9, Walk(new WalkOptions { Vendored = true }).Length);
    }

    [Fact]
    public void A_line_of_sextantignore_outweighs_git_and_names()
    {
        _folder.With(".gitignore", "*.env\n").With(".sextantignore", "# a comment\n!vendor/\n!prod.env\nfixtures/\n")
            .With("prod.env", "x").With("test.env", "x").With("vendor/own.py", "x").With("fixtures/keys.txt", "x");
        Assert.Equal([".gitignore", ".sextantignore", "prod.env", "vendor/own.py"], Walk());
        Assert.Equal(2, Skipped("ignored"));
    }

    [Fact]
    public void Links_are_never_followed_and_rings_end()
    {
        _folder.With("real.py", "x").With("sub/x.py", "x");
        File.CreateSymbolicLink(_folder.At("inside.py"), "real.py");
        File.CreateSymbolicLink(_folder.At("outside"), "/etc/passwd");
        File.CreateSymbolicLink(_folder.At("broken"), "nowhere");
        File.CreateSymbolicLink(_folder.At("ring1"), "ring2");
        File.CreateSymbolicLink(_folder.At("ring2"), "ring1");
        Directory.CreateSymbolicLink(_folder.At("sub/up"), "..");
        Assert.Equal(["real.py", "sub/x.py"], Walk());
        Assert.Equal((2, 4), (Skipped("link"), Skipped("link out of the tree")));
    }

    [Fact]
    public void A_pipe_is_listed_as_empty_and_never_opened()
    {
        _folder.Run("mkfifo", "pipe");
        var inspector = new CountingInspector();
        inspector.Collect(_folder.Root);
        Assert.Equal("", Assert.Single(inspector.Offered).Text);
    }

    [Fact]
    public void Depth_and_count_are_bounded_with_a_line_each()
    {
        _folder.With("a/b/c/deep.py", "x").With("top.py", "x");
        var tally = new CoverageTally();
        TreeWalker.Walk(_folder.Root, new WalkOptions { MaxDepth = 2 }, tally);
        Assert.Equal(["a/b/c: lies deeper than 2 folders and was not read"], tally.ToCoverage().Errors);
        Assert.Single(Walk(new WalkOptions { MaxEntries = 4 }), "a/b/c/deep.py");
    }

    [Fact]
    public void An_ignored_folder_still_shows_what_git_tracks_in_it()
    {
        _folder.With(".gitignore", "out/\n").With("out/kept.py", "x").With("out/made.py", "x");
        _folder.Git("init", "-q");
        _folder.Git("add", "-f", ".gitignore", "out/kept.py");
        var inspector = new CountingInspector();
        inspector.Collect(_folder.Root);
        Assert.Equal([".gitignore", "out/kept.py"], inspector.Paths);
    }

    [Fact]
    public void Many_files_under_many_ignore_files_are_listed_in_moments()
    {
        for (var folder = 0; folder < 100; folder++)
        {
            _folder.With($"d{folder}/.gitignore", "*.log\n/build\nfoo*bar\ndocs/**/x\n");
            for (var file = 0; file < 20; file++)
                _folder.With($"d{folder}/f{file}.py", "");
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal(2100, Walk().Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    private string[] Walk(WalkOptions? options = null)
    {
        Tally = new CoverageTally();
        return [.. TreeWalker.Walk(_folder.Root, options ?? new WalkOptions(), Tally).Files.Select(f => f.Path)];
    }

    private CoverageTally Tally { get; set; } = new();

    private long Skipped(string reason) => Tally.ToCoverage().FilesSkipped.GetValueOrDefault(reason);
}
