using System.Text;
using CsCheck;

namespace Sextant.Documents.Tests;

/// <summary>What was parsed before says what the parser says.</summary>
public sealed class PreparedYamlTests
{
    private static readonly string[] Words = ["a", "name", "\"q: 1\"", "'two words'", "~", "", "12", "true", "|\n  block\n  text\n", "ä €"];

    private static readonly Gen<string> Word = Gen.Int[0, 9].Select(i => Words[i]);

    private static readonly Gen<string> Yaml = Gen.Select(Word, Word, Word, Gen.Int[0, 5]).Select((a, b, c, shape) => shape switch
    {
        0 => $"{a}: {b}\nx: {c}\n",
        1 => $"- {a}\n- {b}\n- [{c}, z]\n",
        2 => $"x: &n {{p: {a}}}\ny: *n\nz: {b}\n",
        3 => $"base: &b {{p: 1}}\nx:\n  <<: *b\n  p: {a}\n",
        4 => $"---\n{a}\n---\nk:\n  - m: {b}\n    n: {{o: {c}}}\n",
        _ => $"x:\n  y:\n    z: [{a}, {{b: {c}}}]\n",
    });

    public static TheoryData<string> ShippedFiles => [.. Directory.EnumerateFiles(Path.Combine(Root(), "catalog"), "*.yaml", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Path.Combine(Root(), "rules"), "*.yaml", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(Root(), f))];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Every_shipped_file_is_the_same_prepared_and_parsed(string file)
    {
        var text = File.ReadAllBytes(Path.Combine(Root(), file));
        var prepared = PreparedYaml.Open(PreparedYaml.Pack([text])).Find(text, DocumentLimits.Default);

        Assert.NotNull(prepared);
        Assert.Equal(Drawn(YamlReader.Read(text)), Drawn(prepared));
    }

    [Fact]
    public void Whatever_is_prepared_says_what_the_parser_says() => Gen.Select(Yaml.Array[0, 6], Yaml).Sample((texts, other) =>
    {
        var all = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var prepared = PreparedYaml.Open(PreparedYaml.Pack(all.Select(t => (ReadOnlyMemory<byte>)t)));
        foreach (var text in all.Append(Encoding.UTF8.GetBytes(other)))
            Assert.Equal(Drawn(YamlReader.Read(text)), Drawn(prepared.Read(text)));
    });

    [Fact]
    public void A_damaged_file_prepares_nothing() => Gen.Select(Gen.Int[0, 10_000], Gen.Byte[1, 255]).Sample((at, change) =>
    {
        var packed = PreparedYaml.Pack([Encoding.UTF8.GetBytes("a: [1, 2, {b: c}]\n"), Encoding.UTF8.GetBytes("d: e\n")]);
        packed[at % packed.Length] ^= change;
        Assert.Equal(0, PreparedYaml.Open(packed).Count);
    });

    [Fact]
    public void Any_bytes_prepare_nothing() => Gen.Byte.Array[0, 200].Sample(bytes => Assert.Equal(0, PreparedYaml.Open(bytes).Count));

    [Fact]
    public void A_cut_file_prepares_nothing()
    {
        var packed = PreparedYaml.Pack(["a: 1\n"u8.ToArray()]);

        Assert.All(Enumerable.Range(0, packed.Length), length => Assert.Equal(0, PreparedYaml.Open(packed.AsMemory(0, length)).Count));
        Assert.Equal(1, PreparedYaml.Open(packed).Count);
    }

    [Fact]
    public void A_text_that_changed_is_parsed()
    {
        var prepared = PreparedYaml.Open(PreparedYaml.Pack(["a: 1\n"u8.ToArray()]));

        Assert.Null(prepared.Find("a: 2\n"u8, DocumentLimits.Default));
        Assert.Equal("2", prepared.Read("a: 2\n"u8).Root["a"].Text);
    }

    [Fact]
    public void A_text_with_a_mistake_or_a_merge_is_left_to_the_parser()
    {
        var prepared = PreparedYaml.Open(PreparedYaml.Pack(["a: [1\n"u8.ToArray(), "b: &b {p: 1}\nx: {<<: *b, p: 2}\n"u8.ToArray(), "c: \"\\uD800\"\n"u8.ToArray(), "d: 1\n"u8.ToArray()]));

        Assert.Equal(1, prepared.Count);
        Assert.NotNull(prepared.Read("a: [1\n"u8).Error);
    }

    [Theory]
    [InlineData(3, 100, true)]
    [InlineData(2, 100, false)]
    [InlineData(3, 5, false)]
    public void A_text_over_the_limits_is_left_to_the_parser(int depth, int nodes, bool found)
    {
        var text = "a: {b: [c]}\n"u8.ToArray();
        var prepared = PreparedYaml.Open(PreparedYaml.Pack([text]));

        Assert.Equal(found, prepared.Find(text, new DocumentLimits(MaxDepth: depth, MaxNodes: nodes)) is not null);
    }

    private static string Drawn(DocumentResult result) => string.Join("\n---\n", result.Roots.Select(Drawn)) + $"\n{result.Error}";

    private static string Drawn(DocumentNode node) =>
        $"{node.Kind} {node.Line}:{node.Column} {node.IsQuoted} {node.Weight} '{node.Text}' [{string.Join(", ", node.Items.Select(Drawn))}] {{{string.Join(", ", node.Entries.Select(e => $"{Drawn(e.Key)}: {Drawn(e.Value)}"))}}}";

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Sextant.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not in the repository");
        return folder;
    }
}
