using CsCheck;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Reading.Ignoring;

namespace Sextant.Discovery.Tests.Reading;

public sealed class IgnoreTests : IDisposable
{
    private static readonly string[] Files =
    [
        "a.log", "b.txt", "doc/a.log", "doc/x/y/z.txt", "doc/frotz/a.c", "a/doc/frotz/b.c", "build/out.o", "src/build/out.o", "src/a b.txt",
        "src/#note", "src/!bang", "src/x1.c", "src/x2.c", "src/xa.c", "foo/bar/baz.py", "deep/a/b/c/d.py", "src/.hidden", "src/end ",
    ];

    private static readonly string[] Pieces = ["*", "?", "/", "**", "a", "doc", ".log", "src", "x", "[ab]", "!", ".c", "build", "\n", "1", "*.", "/**/"];

    private readonly TemporaryFolder _folder = new();

    public IgnoreTests()
    {
        _folder.Git("init", "-q");
        foreach (var file in Files)
            _folder.With(file, "x");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.log")]
    [InlineData("*.log\n!doc/*.log")]
    [InlineData("/*\n!/src")]
    [InlineData("build/")]
    [InlineData("/build")]
    [InlineData("doc/frotz/")]
    [InlineData("frotz")]
    [InlineData("doc/**")]
    [InlineData("**/build")]
    [InlineData("deep/**/d.py")]
    [InlineData("**/a/**")]
    [InlineData("foo/**/**/baz.py")]
    [InlineData("src/x[0-9].c\n!src/x2.c")]
    [InlineData("src/x[!0-9].c")]
    [InlineData("x[[:alpha:]].c")]
    [InlineData("\\#note\n\\!bang")]
    [InlineData("#note")]
    [InlineData("end\\ ")]
    [InlineData("b.txt   ")]
    [InlineData("a\\ b.txt")]
    [InlineData("?.log")]
    [InlineData("*\n!*/\n!*.py")]
    [InlineData("src/*")]
    [InlineData(".*")]
    [InlineData("x[")]
    [InlineData("x[]-]1.c")]
    [InlineData("**")]
    [InlineData("/**")]
    [InlineData("a**b.txt")]
    [InlineData("doc/x/")]
    [InlineData("x*.c\r\n")]
    public void A_pattern_leaves_out_what_git_leaves_out(string patterns) => SameAsGit(patterns);

    [Fact]
    public void Any_patterns_leave_out_what_git_leaves_out() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 8]
            .Sample(parts => SameAsGit(string.Concat(parts)), iter: 60, threads: 1);

    [Fact]
    public void Deeper_files_and_the_exclude_file_of_git_count()
    {
        _folder.With(".git/info/exclude", "b.txt\n*.c\n").With("src/.gitignore", "!*.c\n/build\n");
        SameAsGit("*.log");
    }

    [Fact]
    public void Any_text_is_read_as_an_ignore_file_without_end_or_exception() =>
        Gen.Select(Gen.Char["*?[]!\\/ab-: \n"].Array[0, 60], Gen.Char["ab/-]"].Array[1, 40]).Sample((text, path) =>
            _ = IgnoreFile.Parse(new string(text))?.Decide(new string(path), isDirectory: false));

    [Fact]
    public void A_pattern_of_many_stars_ends()
    {
        var file = IgnoreFile.Parse(string.Concat(Enumerable.Repeat("a*", 500)) + "b\n" + string.Concat(Enumerable.Repeat("**/a/", 200)) + "b");
        Assert.Null(file?.Decide(new string('a', 2000), isDirectory: false));
        Assert.Null(file?.Decide(string.Join('/', Enumerable.Repeat("a", 1000)), isDirectory: false));
    }

    private void SameAsGit(string patterns)
    {
        _folder.With(".gitignore", patterns);
        var exclude = File.ReadAllText(_folder.At(".git/info/exclude"));
        var walked = TreeWalker.Walk(_folder.Root, new WalkOptions { Exclude = exclude, Vendored = true }, new CoverageTally()).Files.Select(f => f.Path);
        var git = _folder.Git("ls-files", "-z", "--others", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(git, walked);
    }
}
