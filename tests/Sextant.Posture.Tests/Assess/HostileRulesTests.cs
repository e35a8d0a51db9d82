using CsCheck;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

public sealed class HostileRulesTests
{
    private static readonly string[] Words =
    [
        "(", ")", "a", ":", "agent", "tool", "-[", "]->", "<-[", "]-", "{", "}", "approval", "none", "any", "[", "]", ",", "*", "1..4", "has", "known", "!=", "'x'", "|",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("id: [")]
    [InlineData("id: r\nmatch: {a: {b: {c: d}}}\nexamples: [1]\nfix: 3\nmaps: 4\nkey: {a: b}")]
    public void A_file_that_is_no_rule_gives_a_mistake(string yaml) => Assert.NotEmpty(RuleText.Mistakes(yaml));

    [Fact]
    public void Deep_nesting_ends_with_a_mistake() =>
        Assert.Contains("nested deeper", RuleText.Mistakes("id: " + new string('[', 5_000)), StringComparison.Ordinal);

    [Fact]
    public void A_text_that_grows_by_aliases_ends_with_a_mistake()
    {
        var levels = Enumerable.Range(1, 9).Select(i => $"l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 10))}]");

        Assert.Contains("aliases", RuleText.Mistakes($"l0: &l0 [x]\n{string.Join("\n", levels)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(a:agent)", 30_000, "too long")]
    [InlineData(",", 10_000, "not more")]
    public void A_huge_pattern_ends_with_a_mistake(string part, int times, string expected) =>
        Assert.Contains(expected, RuleText.Mistakes(RuleText.Of(string.Concat(Enumerable.Repeat(part, times)))), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_of_many_nodes_ends_with_a_mistake() => Assert.Contains(
        "32 nodes", RuleText.Mistakes(RuleText.Of("(a:agent)" + string.Concat(Enumerable.Repeat(" -[calls]-> (:tool)", 40)))), StringComparison.Ordinal);

    [Fact]
    public void A_file_beyond_the_limit_is_not_read()
    {
        var folder = Directory.CreateTempSubdirectory("sextant-rules-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "big.yaml"), new string('#', RuleSet.MaxFileBytes + 1));
            File.WriteAllText(Path.Combine(folder.FullName, "r.yml"), RuleText.Of("(a:agent)"));

            var set = RuleSet.Load(folder.FullName);

            Assert.Equal("r", Assert.Single(set.Rules).Id);
            Assert.Contains("larger than 1024 KiB", Assert.Single(set.Errors).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_mistake() => Assert.Single(RuleSet.Load("/nowhere/at/all").Errors);

    [Fact]
    public void Two_rules_of_one_id_are_a_mistake()
    {
        var set = RuleSet.Read([("x/r.yaml", RuleText.Of("(a:agent)")), ("y/r.yaml", RuleText.Of("(a:tool)"))]);

        Assert.Equal("y/r.yaml:1:1: the rule 'r' is also in x/r.yaml", Assert.Single(set.Errors).ToString());
    }

    [Fact]
    public void No_change_of_a_rule_makes_reading_throw()
    {
        var text = File.ReadAllText(RuleFiles.Set.Rules[0].File);
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], Gen.String[0, 12]).Sample(
            (at, drop, put) =>
            {
                var mutated = text[..at] + put + text[Math.Min(text.Length, at + drop)..];
                var set = RuleSet.Read([(RuleFiles.Set.Rules[0].File, mutated)], RuleFiles.Frameworks);
                Assert.True(set.Rules.Count + set.Errors.Count > 0);
                Assert.All(set.Errors, e => Assert.InRange(e.Line, 0, mutated.Split('\n').Length + 1));
            },
            iter: 2000);
    }

    [Fact]
    public void No_text_in_the_place_of_a_pattern_makes_reading_throw() => Gen.OneOf(
        Gen.String[0, 60],
        Gen.Int[0, Words.Length - 1].Array[0, 30].Select(picks => string.Join(" ", picks.Select(i => Words[i]))))
        .Sample(
            pattern =>
            {
                var yaml = RuleText.Of("X").Replace("match: |\n  X", $"match: '{pattern.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'", StringComparison.Ordinal);
                var set = RuleSet.Read([("r.yaml", yaml)]);
                Assert.True(set.Rules.Count + set.Errors.Count > 0);
            },
            iter: 3000);
}
