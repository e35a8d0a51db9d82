using CsCheck;
using Sextant.Map;
using Sextant.Posture.Assess.Suppressing;

namespace Sextant.Posture.Tests.Assess;

public sealed class SuppressionTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static Finding Found(string rule, string asset, params Evidence[] evidence) =>
        new($"{rule}/1", rule, "A title", Severity.High, AssetId.Of(AssetKind.Agent, asset), "1") { Evidence = evidence };

    private static Evidence At(string path, int line) => new("code", path, line, "", Confidence.Certain);

    [Fact]
    public void An_entry_hides_what_its_rule_and_asset_fit_and_says_why_and_where()
    {
        var result = Suppressions.Apply(
            [Found("r", "shop/ops"), Found("r", "bank/ops"), Found("s", "shop/ops")],
            [new Suppression("r", "agent:shop/*", "only a demo", new DateOnly(2026, 3, 1), "ann", "sextant.yaml", 12)],
            Today);

        Assert.Equal(["r agent:bank/ops", "s agent:shop/ops"], result.Findings.Select(f => $"{f.Rule} {f.Asset}"));
        var hidden = Assert.Single(result.Suppressed);
        Assert.Equal(("agent:shop/ops", "only a demo (ann)", "sextant.yaml:12"), (hidden.Finding.Asset.Value, hidden.Reason, hidden.Source));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_file_speaks_only_for_what_lies_in_its_folder()
    {
        Suppression[] entries = [new("r", "*", "ours", null, "", "shop/sextant.yaml", 3)];

        Assert.Single(Suppressions.Apply([Found("r", "ops", At("bank/app.py", 9))], entries, Today).Findings);
        Assert.Empty(Suppressions.Apply([Found("r", "ops", At("shop/app.py", 9))], entries, Today).Findings);
    }

    [Fact]
    public void What_has_expired_or_gives_no_reason_does_not_apply_and_is_said()
    {
        var result = Suppressions.Apply(
            [Found("r", "ops")],
            [new Suppression("r", "*", "later", new DateOnly(2026, 2, 28), "", "a", 1), new Suppression("*", "*", " ", null, "", "a", 2)],
            Today);

        Assert.Single(result.Findings);
        Assert.Equal(
            ["a:1: the suppression of r at * expired on 2026-02-28 and does not apply", "a:2: the suppression of * at * gives no reason and does not apply"],
            result.Warnings);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(8, false)]
    public void A_comment_hides_a_finding_with_evidence_on_its_line_or_the_next(int comment, bool hides)
    {
        var result = InlineSuppressions.Apply([Found("r", "ops", At("other.py", 9), At("app.py", 10))], [new InlineIgnore("app.py", comment, "r", "reviewed")]);

        Assert.Equal(hides, result.Suppressed.Count == 1);
        Assert.Equal(hides, result.Findings.Count == 0);
    }

    [Fact]
    public void A_comment_without_a_reason_or_for_another_rule_hides_nothing()
    {
        var result = InlineSuppressions.Apply([Found("r", "ops", At("app.py", 10))], [new InlineIgnore("app.py", 10, "r", ""), new InlineIgnore("app.py", 10, "s", "x")]);

        Assert.Single(result.Findings);
        Assert.Equal(["app.py:10: the comment sextant:ignore r gives no reason and does not apply"], result.Warnings);
    }

    [Theory]
    [InlineData("x = 1  # sextant:ignore agent-executes-code-unapproved runs in a sandbox", "agent-executes-code-unapproved", "runs in a sandbox")]
    [InlineData("/* sextant:ignore r reviewed by ann */", "r", "reviewed by ann")]
    [InlineData("<!-- sextant:ignore r\tdemo -->", "r", "demo")]
    [InlineData("# sextant:ignore r", "r", "")]
    public void A_comment_is_read_from_a_line(string line, string rule, string reason) =>
        Assert.Equal(new InlineIgnore("a.py", 3, rule, reason), InlineIgnore.Read("a.py", 3, line));

    [Theory]
    [InlineData("# sextant:ignored r x")]
    [InlineData("# sextant:ignore")]
    [InlineData("# nothing")]
    public void Other_lines_hold_no_comment(string line) => Assert.Null(InlineIgnore.Read("a.py", 3, line));

    [Fact]
    public void A_glob_matches_what_its_definition_says() => Gen.Select(Gen.Int[0, 3].Array[0, 6], Gen.Int[0, 1].Array[0, 6]).Sample(
        (p, t) =>
        {
            var (pattern, text) = (string.Concat(p.Select(i => "ab*?"[i])), string.Concat(t.Select(i => "ab"[i])));
            Assert.Equal(Matches(pattern, text), Glob.Matches(pattern, text));
        },
        iter: 5000);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) =>
        pattern.IsEmpty ? text.IsEmpty
        : pattern[0] == '*' ? Matches(pattern[1..], text) || (!text.IsEmpty && Matches(pattern, text[1..]))
        : !text.IsEmpty && (pattern[0] == '?' || pattern[0] == text[0]) && Matches(pattern[1..], text[1..]);
}
