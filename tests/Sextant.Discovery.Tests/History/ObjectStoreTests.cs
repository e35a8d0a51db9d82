using System.Text;
using Sextant.Discovery.History;
using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Tests.Reading;

namespace Sextant.Discovery.Tests.History;

public sealed class ObjectStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Every_object_is_what_git_says_in_one_pack_in_several_and_loose(string format)
    {
        _folder.Git("init", "-q", $"--object-format={format}");
        Versions(0, 8);
        Same();
        _folder.Git("repack", "-dq");
        Versions(8, 12);
        _folder.Git("repack", "-dq");
        Versions(12, 14);
        Same();
        _folder.Git("repack", "-adfq", "--depth=4000", "--window=20");
        Same();
    }

    [Fact]
    public void An_object_larger_than_is_read_is_nothing()
    {
        _folder.Git("init", "-q");
        Versions(0, 2);
        _folder.Git("repack", "-adfq");
        using var store = ObjectStore.Open(Git(), new HistoryLimits { MaxObjectBytes = 100 });
        Assert.Null(store.Read(Id("HEAD:a.py")));
        Assert.NotNull(store.Read(Id("HEAD:v.txt")));
    }

    [Fact]
    public void A_chain_longer_than_is_followed_is_nothing()
    {
        _folder.Git("init", "-q");
        Versions(0, 12);
        _folder.Git("repack", "-adfq", "--depth=50");
        using var all = ObjectStore.Open(Git(), new HistoryLimits());
        using var few = ObjectStore.Open(Git(), new HistoryLimits { MaxChain = 1 });
        var ids = Enumerable.Range(0, 12).Select(i => Id($"HEAD~{i}:a.py")).ToArray();
        Assert.All(ids, id => Assert.NotNull(all.Read(id)));
        Assert.Contains(ids, id => few.ForThread().Read(id) is null);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void The_index_says_what_is_tracked(string version)
    {
        _folder.Git("init", "-q");
        _folder.With("a/b/c.py", "x").With("a/b/d.py", "x").With("ä.py", "x").With("untracked.py", "x");
        _folder.Git("add", "a", "ä.py");
        _folder.Git("update-index", "--index-version", version);
        var tracked = Git().Tracked();
        Assert.Equal([true, true, true, true, false], new[] { "a/b/c.py", "a/b/d.py", "ä.py", "a/b", "untracked.py" }.Select(tracked.Contains));
    }

    private void Versions(int from, int to)
    {
        for (var version = from; version < to; version++)
        {
            _folder.With("v.txt", $"{version}").With("a.py", string.Join('\n', Enumerable.Range(0, 300).Select(l => l == version ? "changed" : $"line {l}")));
            _folder.Git("add", "-A");
            _folder.Git("commit", "-qm", $"version {version}");
        }
    }

    private void Same()
    {
        using var store = ObjectStore.Open(Git(), new HistoryLimits());
        Assert.Empty(store.Problems);
        var lines = _folder.Git("cat-file", "--batch-all-objects", "--batch-check").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var parts in lines.Select(l => l.Split(' ')))
        {
            Assert.True(ObjectId.TryParse(parts[0], store.IdLength, out var id));
            var found = store.Read(id);
            Assert.Equal((parts[1], long.Parse(parts[2], null)), (found?.Kind.ToString().ToLowerInvariant(), found?.Data.LongLength));
            if (parts[1] != "tree")
                Assert.Equal(_folder.Git("cat-file", parts[1], parts[0]), Encoding.UTF8.GetString(found?.Data ?? []));
        }
    }

    private GitDirectory Git() => GitDirectory.OfWorkingTree(_folder.Root) ?? throw new InvalidOperationException("no repository");

    private ObjectId Id(string name) => ObjectId.TryParse(_folder.Git("rev-parse", name).Trim(), 20, out var id) ? id : default;
}
