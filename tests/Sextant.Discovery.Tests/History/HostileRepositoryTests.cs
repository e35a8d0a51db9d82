using CsCheck;
using Sextant.Discovery.History;
using Sextant.Discovery.History.Objects;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Tests.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.History;

/// <summary>Repositories are hostile input: whatever their bytes are, reading them ends, throws nothing and says what is missing.</summary>
public sealed class HostileRepositoryTests : IDisposable
{
    private static readonly string[] Heads = ["tree ", "100644 a\0", "40000 b\0", "author x <y> 99999999999999 +9999\n", "parent "];

    private readonly TemporaryFolder _folder = new();

    public HostileRepositoryTests()
    {
        _folder.Git("init", "-q");
        for (var i = 0; i < 6; i++)
        {
            _folder.With("a.py", string.Join('\n', Enumerable.Range(0, 100).Select(l => l == i ? "changed" : $"line {l}"))).With($"d/{i}.py", $"file {i}");
            _folder.Git("add", "-A");
            _folder.Git("commit", "-qm", $"{i}");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.pack")]
    [InlineData("*.idx")]
    public void Damaged_packs_and_indexes_never_throw_and_the_files_are_read_all_the_same(string pattern)
    {
        _folder.Git("repack", "-adfq");
        var path = Directory.GetFiles(_folder.At(".git/objects/pack"), pattern).Single();
        var sound = Unlocked(path);
        Gen.Select(Gen.Int[0, sound.Length - 1].Array[0, 8], Gen.Byte, Gen.Int[0, sound.Length]).Sample((places, value, length) =>
        {
            var damaged = sound[..(places.Length % 2 == 0 ? length : sound.Length)];
            foreach (var place in places.Where(p => p < damaged.Length))
                damaged[place] = value;
            Read(path, damaged);
        }, iter: 60, threads: 1);
    }

    [Theory]
    [InlineData(".git/index")]
    [InlineData(".git/HEAD")]
    [InlineData(".git/config")]
    [InlineData(".git/refs/heads/main")]
    [InlineData(".git/packed-refs")]
    [InlineData(".git/shallow")]
    [InlineData(".git/objects/info/alternates")]
    public void Any_bytes_in_a_repository_s_own_files_never_throw(string path)
    {
        var sound = File.Exists(_folder.At(path)) ? Unlocked(_folder.At(path)) : [];
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Int[0, 1000], Gen.Bool).Sample((noise, at, whole) =>
        {
            byte[] damaged = whole ? noise : [.. sound.Take(at), .. noise, .. sound.Skip(at + noise.Length)];
            Read(_folder.At(path), damaged);
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void Damaged_loose_objects_cost_a_line_each_kind_and_the_rest_is_read()
    {
        var id = _folder.Git("rev-parse", "HEAD~3:a.py").Trim();
        var path = _folder.At($".git/objects/{id[..2]}/{id[2..]}");
        Unlocked(path);
        File.WriteAllBytes(path, [1, 2, 3]);
        var (coverage, offered) = Read();
        Assert.Equal(["git history: 1 contents of history are missing, damaged or larger than 64 MiB; run 'git fsck', or clone again"], coverage.Errors);
        Assert.Equal(4, offered.Count(o => o is { Revision: not null, Path: "a.py" }));
    }

    [Fact]
    public void Borrowed_objects_outside_of_the_target_are_a_gap()
    {
        using var borrower = new TemporaryFolder();
        borrower.Git("clone", "-q", "--shared", _folder.Root, "x");
        var map = new MapBuilder();
        new RepositoryCollector(() => [new CountingInspector { ReadsHistory = true }]).Collect(borrower.At("x"), new CollectOptions(), map);
        Assert.Contains(map.Build().Gaps, g => g.Reason.Contains("borrowed from another repository", StringComparison.Ordinal));
    }

    [Fact]
    public void Differences_never_throw_and_make_no_more_than_they_say() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200], Gen.Int[0, 500]).Sample((source, delta, size) =>
        {
            _ = Delta.TrySizes(delta, out _, out _, out _);
            _ = Delta.TryApply(source, delta, new byte[size]);
        });

    [Fact]
    public void Trees_and_commits_of_any_bytes_never_throw() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, Heads.Length - 1].Select(i => Heads[i])).Sample((noise, head) =>
        {
            byte[] data = [.. System.Text.Encoding.ASCII.GetBytes(head), .. noise];
            _ = Commit.Parse(default, data, 20);
            var entries = new TreeEntries(data, 20);
            while (entries.MoveNext())
                Assert.False(entries.Name.IsEmpty);
        });

    private void Read(string path, byte[] damaged)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, damaged);
        var offered = Read().Offered.Where(o => o.Revision is null).Select(o => o.Path);
        Assert.Equal(["a.py", "d/0.py", "d/1.py", "d/2.py", "d/3.py", "d/4.py", "d/5.py"], offered);
    }

    private (Coverage Coverage, Offered[] Offered) Read()
    {
        var inspector = new CountingInspector { ReadsHistory = true };
        return (inspector.Collect(_folder.Root), inspector.Offered);
    }

    private byte[] Unlocked(string path)
    {
        _folder.Run("chmod", "-R", "u+w", ".git");
        return File.ReadAllBytes(path);
    }
}
