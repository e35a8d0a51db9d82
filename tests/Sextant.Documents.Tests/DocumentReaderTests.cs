using System.Text;
using CsCheck;

namespace Sextant.Documents.Tests;

public sealed class DocumentReaderTests
{
    private static readonly DocumentLimits Small = new(MaxBytes: 1000, MaxDepth: 10, MaxNodes: 50);

    [Fact]
    public void Json_keeps_places_comments_and_trailing_commas()
    {
        var root = JsonReader.Read("// top\n{\n  \"a\": [1, \"two\", true, null,],\n  /* x */ \"b\": {\"c\": 1.50}\n}").Root;
        Assert.Equal((2, 1), (root.Line, root.Column));
        Assert.Equal((3, 8), (root["a"].Line, root["a"].Column));
        Assert.Equal(["1", "two", "true"], root["a"].Texts);
        Assert.Equal([false, true, false], root["a"].Items.Take(3).Select(i => i.IsQuoted));
        Assert.Equal(NodeKind.Null, root["a"].Items[3].Kind);
        Assert.Equal((4, 22, "1.50"), (root["b"]["c"].Line, root["b"]["c"].Column, root["b"]["c"].Text));
        Assert.Equal(NodeKind.Missing, root["x"]["y"].Kind);
    }

    [Fact]
    public void What_stands_before_a_mistake_in_json_is_kept()
    {
        var result = JsonReader.Read("{\"a\": {\"b\": [1, 2],\n \"c\": tru");
        Assert.Equal(["1", "2"], result.Root["a"]["b"].Texts);
        Assert.Equal(2, result.Error?.Line);
        Assert.Equal(1, JsonReader.Read("{\"a\": 1} x").Error?.Line);
        Assert.Empty(JsonReader.Read("").Roots);
    }

    [Fact]
    public void A_broken_escape_hides_no_other_value()
    {
        var result = JsonReader.Read("{\"a\": \"\\ud800\", \"b\": \"c\"}");
        Assert.Null(result.Error);
        Assert.Equal("c", result.Root["b"].Text);
        Assert.Equal("d", JsonReader.Read([.. "{\"a\": \""u8, 0xFF, .. "\", \"b\": \"d\"}"u8]).Root["b"].Text);
    }

    [Fact]
    public void Yaml_keeps_places_documents_and_what_is_quoted()
    {
        var result = YamlReader.Read("a: 1\nb:\n  - yes\n  - 'yes'\n---\nc: ~\n");
        Assert.Equal(2, result.Roots.Count);
        Assert.Equal((3, 5), (result.Root["b"].Items[0].Line, result.Root["b"].Items[0].Column));
        Assert.True(result.Root["b"].Items[0].Flag);
        Assert.Null(result.Root["b"].Items[1].Flag);
        Assert.Equal(NodeKind.Null, result.Roots[1]["c"].Kind);
        Assert.Equal("1", YamlReader.Read("\uFEFFa: 1"u8).Root["a"].Text);
    }

    [Fact]
    public void Yaml_merges_with_own_keys_first()
    {
        var root = YamlReader.Read("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], a: 0}\nq: {'<<': 1}\n").Root;
        Assert.Equal(("0", "2", "4"), (root["z"]["a"].Text, root["z"]["b"].Text, root["z"]["c"].Text));
        Assert.Equal("1", root["q"]["<<"].Text);
    }

    [Fact]
    public void A_document_that_grows_by_aliases_is_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.Contains("aliases written out", YamlReader.Read(bomb.ToString()).Error?.Message, StringComparison.Ordinal);
        Assert.NotNull(YamlReader.Read("a: &a [*a]").Error);
        Assert.NotNull(YamlReader.Read("a: *b").Error);
    }

    [Fact]
    public void Merging_wide_maps_is_not_quadratic()
    {
        var wide = string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"k{i}: 1"));
        var own = string.Join(", ", Enumerable.Range(0, 50_000).Select(i => $"o{i}: 1"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(100_000, YamlReader.Read($"a: &a {{{wide}}}\nb: {{<<: *a, {own}}}\n").Root["b"].Entries.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void Toml_keeps_places_and_joins_tables_that_are_opened_twice()
    {
        var result = TomlReader.Read("a.b = 0x1F\n[x.y]\nc = \"q\"\n[other]\nk = 1979-05-27\n[x.z]\nd = [1, {e = true}]\n[[list]]\nn = 1\n[other.sub]\nm = 2\n[[list]]\nn = 2\n[list.deep]\no = 3\n");
        Assert.Null(result.Error);
        var root = result.Root;
        Assert.Equal(("0x1F", 1, 7), (root["a"]["b"].Text, root["a"]["b"].Line, root["a"]["b"].Column));
        Assert.Equal(["y", "z"], root["x"].Entries.Select(e => e.Key.Text));
        Assert.Equal(("q", true), (root["x"]["y"]["c"].Text, root["x"]["y"]["c"].IsQuoted));
        Assert.True(root["x"]["z"]["d"].Items[1]["e"].Flag);
        Assert.Equal("1979-05-27", root["other"]["k"].Text);
        Assert.Equal("2", root["other"]["sub"]["m"].Text);
        Assert.Equal(["1", "2"], root["list"].Items.Select(i => i["n"].Text));
        Assert.Equal("3", root["list"].Items[1]["deep"]["o"].Text);
    }

    [Fact]
    public void What_stands_before_a_mistake_in_toml_is_kept()
    {
        var result = TomlReader.Read("[a]\nb = 1\nc = \nd = 2\n");
        Assert.Equal("1", result.Root["a"]["b"].Text);
        Assert.Equal(3, result.Error?.Line);
        var twice = TomlReader.Read("a = 1\na = 2\n");
        Assert.Equal("1", twice.Root["a"].Text);
        Assert.Equal("line 2, column 1: the key 'a' is given twice", twice.Error?.ToString());
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("- ")]
    [InlineData("a = [")]
    [InlineData("{a=")]
    [InlineData("a.")]
    [InlineData("[[")]
    [InlineData("? ")]
    [InlineData("&a ")]
    public void Depth_is_bounded(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 100_000));
        Assert.NotNull(JsonReader.Read(text).Error);
        Assert.NotNull(TomlReader.Read(text).Error);
        // To YAML, some of these are one long plain text.
        Assert.Equal(repeated is "a = [" or "a.", YamlReader.Read(text).Error is null);
    }

    [Fact]
    public void Size_and_count_are_bounded()
    {
        var many = string.Join(",", Enumerable.Repeat("1", 100));
        foreach (var result in new[] { JsonReader.Read($"[{many}]", Small), YamlReader.Read($"[{many}]", Small), TomlReader.Read($"a = [{many}]", Small) })
            Assert.Contains("more than 50 values", result.Error?.Message, StringComparison.Ordinal);
        var large = new byte[2000];
        foreach (var result in new[] { JsonReader.Read(large, Small), YamlReader.Read(large, Small), TomlReader.Read(large, Small) })
            Assert.StartsWith("the file is larger", result.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        JsonReader.Read(bytes);
        YamlReader.Read(bytes);
        TomlReader.Read(bytes);
    }, iter: 3000, threads: 1);

    [Fact]
    public void Mutated_documents_never_throw()
    {
        string[] seeds =
        [
            "{\"a\": [1, \"t\\u0041\", true, null, {\"b\": -1.5e3}], \"c\": \"\\ud83d\\ude00\"}",
            "%YAML 1.2\n%TAG ! tag:x,2000:\n---\na: &x !!str 'b'\n? [c, d]\n: |+\n  text\n\nf: >-\n  g\nh: {i: *x, <<: {j: k}}\n...\n--- \"\\x41\\u263A\\U0001F600\"\n",
            "a.b = 'c'\n\"d\" = \"\"\"e\\u0041\n\"\"\"\n[f.g]\nh = [1_0, 0x1, 0b1, inf, nan, 1979-05-27T07:32:00Z, {i = '''j'''}]\n[[k]]\n[[k.l]]\nm = true\n",
        ];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 200], Gen.String[Gen.Char["{}[]:,\"'\n\t #\\=-*&!?|>%@`.<~01aéU\uD800\0"], 0, 8], Gen.Int[0, 12]).Sample((seed, at, inserted, removed) =>
        {
            var place = Math.Min(at, seeds[seed].Length);
            var text = string.Concat(seeds[seed].AsSpan(0, place), inserted, seeds[seed].AsSpan(Math.Min(seeds[seed].Length, place + removed)));
            JsonReader.Read(text);
            YamlReader.Read(text);
            TomlReader.Read(text);
        }, iter: 5_000, threads: 1);
    }
}
