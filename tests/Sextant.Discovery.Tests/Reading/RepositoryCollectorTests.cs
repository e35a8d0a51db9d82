using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Reading;

public sealed class RepositoryCollectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_inspector_gets_the_files_it_wants_with_its_own_hits()
    {
        _folder.With("a.py", "import OpenAI; key = 1").With("b.py", "nothing").With("c.txt", "openai");
        var python = new CountingInspector("key", "openai") { Wanted = p => p.HasExtension(".py") };
        var all = new CountingInspector();
        Collect([python, all]);
        var offered = Assert.Single(python.Offered);
        Assert.Equal("a.py", offered.Path);
        Assert.Equal([new TriggerHit(1, 7), new TriggerHit(0, 15)], offered.Hits);
        Assert.Equal(["a.py", "b.py", "c.txt"], all.Paths);
        Assert.Equal((1, 1), (python.Closed, all.Closed));
    }

    [Fact]
    public void Coverage_counts_what_was_read_and_what_was_not()
    {
        _folder.With("a.py", "12345").With("logo.png", [0x89, 0, 1, 2]).With("b.bin", new byte[300_000]).With(".gitignore", "x.log").With("x.log", "x").With("e.py", "");
        var coverage = new CountingInspector { Wanted = p => !p.IsNamed(".gitignore") }.Collect(_folder.Root);
        Assert.Equal((6, 2, 5, 2), (coverage.FilesSeen, coverage.FilesRead, coverage.BytesRead, coverage.FilesInspected));
        Assert.Equal(
            new Dictionary<string, long> { ["binary"] = 2, ["ignored"] = 1, ["no inspector for it"] = 1 }.OrderBy(e => e.Key), coverage.FilesSkipped);
        Assert.Empty(coverage.Errors);
    }

    [Fact]
    public void Binary_files_go_to_who_reads_them_and_whole()
    {
        _folder.With("model.bin", [.. new byte[200_000], 7]);
        var (text, binary) = (new CountingInspector(), new CountingInspector { ReadsBinary = true });
        Collect([text, binary]);
        Assert.Empty(text.Offered);
        Assert.Equal(200_001, Assert.Single(binary.Offered).Text.Length);
    }

    [Fact]
    public void Text_of_utf_16_is_offered_as_utf_8_so_that_triggers_are_found()
    {
        _folder.With("a.ps1", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("ä openai")]);
        var inspector = new CountingInspector("openai");
        inspector.Collect(_folder.Root);
        Assert.Equal(("ä openai", 3), (inspector.Offered[0].Text, inspector.Offered[0].Hits[0].Offset));
    }

    [Fact]
    public void Of_a_large_file_only_the_beginning_is_read_and_a_gap_says_so()
    {
        _folder.With("big.csv", new string('x', 5000)).With("fits.csv", new string('x', 1000));
        var (inspector, map) = (new CountingInspector(), new MapBuilder());
        new RepositoryCollector(() => [inspector]).Collect(_folder.Root, new CollectOptions { MaxFileBytes = 1000 }, map);
        Assert.Equal([1000, 1000], inspector.Offered.Select(o => o.Text.Length));
        Assert.Equal(["big.csv"], map.Build().Gaps.Select(g => g.Scope));
    }

    [Fact]
    public void A_sparse_file_of_two_gigabytes_takes_no_more_than_its_share()
    {
        using (var file = File.Create(_folder.At("huge.txt")))
            file.SetLength(2L << 30);
        var coverage = new CountingInspector { ReadsBinary = true }.Collect(_folder.Root, new CollectOptions { MaxFileBytes = 1 << 20 });
        Assert.Equal(1 << 20, coverage.BytesRead);
    }

    [Fact]
    public void What_an_inspector_throws_ends_its_look_at_that_file_alone_and_quotes_nothing()
    {
        _folder.With("a.py", "a").With("b.py", "b");
        var broken = new CountingInspector { Name = "broken", Then = (f, _) => throw new FormatException("secret " + f.Path) };
        var sound = new CountingInspector();
        var coverage = Collect([broken, sound]);
        Assert.Equal(["a.py", "b.py"], sound.Paths);
        Assert.Equal(
            ["broken: a.py: failed with FormatException, a defect of Sextant; please report it (the scan went on)",
             "broken: b.py: failed with FormatException, a defect of Sextant; please report it (the scan went on)"], coverage.Errors);
    }

    [Fact]
    public void A_missing_target_says_what_to_do()
    {
        var missing = Assert.Throws<TargetException>(() => new CountingInspector().Collect("/no/such/folder"));
        Assert.Equal("/no/such/folder does not exist; name a file, a folder, a git repository or its URL", missing.Message);
    }

    [Fact]
    public void Threads_do_not_show_in_the_result()
    {
        for (var i = 0; i < 300; i++)
            _folder.With($"f{i}.py", $"openai {i}");
        string[] Ids(int threads)
        {
            var map = new MapBuilder();
            var inspector = new CountingInspector("openai")
            {
                Then = (f, t) => t.Recorder.Asset(t.Local(AssetKind.Agent, f.Path.Value), f.Text, new Evidence("counting", f.Path.Value, 1, "", Confidence.Certain)),
            };
            new RepositoryCollector(() => [inspector]).Collect(_folder.Root, new CollectOptions { Parallelism = threads }, map);
            return [.. map.Build().Assets.Select(a => $"{a.Id} {a.Name}")];
        }

        Assert.Equal(301, Ids(1).Length);
        Assert.Equal(Ids(1), Ids(8));
    }

    [Fact]
    public void A_cancelled_scan_keeps_what_it_found_and_says_so()
    {
        _folder.With("a.py", "a");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var coverage = new CountingInspector().Collect(_folder.Root, new CollectOptions { Cancellation = stop.Token });
        Assert.Contains("stopped before all of it was read", Assert.Single(coverage.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./x", true)]
    [InlineData("/abs/x", true)]
    [InlineData("https://github.com/a/b", true)]
    [InlineData("git@github.com:a/b.git", true)]
    [InlineData("ssh://git@host/a/b", true)]
    [InlineData("file:///srv/a.git", true)]
    [InlineData("aws:", false)]
    [InlineData("mlflow:http://host", false)]
    public void Targets_are_told_apart_by_how_they_are_written(string target, bool reads) =>
        Assert.Equal(reads, new RepositoryCollector(() => []).Reads(target));

    private Coverage Collect(IReadOnlyList<IInspector> inspectors) =>
        new RepositoryCollector(() => inspectors).Collect(_folder.Root, new CollectOptions(), new MapBuilder());
}
