using Sextant.Posture.Assess;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Tests.Assess;

public sealed class TruthTests
{
    private const Truth F = Truth.False, U = Truth.Unknown, T = Truth.True;

    [Theory]
    [InlineData(F, F, F, F)]
    [InlineData(F, U, F, U)]
    [InlineData(F, T, F, T)]
    [InlineData(U, U, U, U)]
    [InlineData(U, T, U, T)]
    [InlineData(T, T, T, T)]
    public void And_and_or_are_those_of_Kleene(Truth left, Truth right, Truth and, Truth or)
    {
        Assert.Equal((and, and), (left.And(right), right.And(left)));
        Assert.Equal((or, or), (left.Or(right), right.Or(left)));
        Assert.Equal(or.Not(), left.Not().And(right.Not()));
    }

    [Theory]
    [InlineData("approval: none", "none", T)]
    [InlineData("approval: none", "required", F)]
    [InlineData("approval: none", null, U)]
    [InlineData("approval: != none", "required", T)]
    [InlineData("approval: != none", "none", F)]
    [InlineData("approval: != none", null, U)]
    [InlineData("approval: any [none, pending]", "pending", T)]
    [InlineData("approval: any [none, pending]", "approved", F)]
    [InlineData("approval: any [none, pending]", null, U)]
    [InlineData("approval: any [none, missing]", null, T)]
    [InlineData("approval: any [none, missing]", "approved", F)]
    [InlineData("approval: known none", null, F)]
    [InlineData("approval: known none", "none", T)]
    [InlineData("approval: missing", null, T)]
    [InlineData("approval: missing", "none", F)]
    [InlineData("approval: present", null, F)]
    [InlineData("approval: present", "none", T)]
    [InlineData("exposure: internet", "unknown", U)]
    [InlineData("exposure: missing", "unknown", T)]
    [InlineData("exposure: present", "unknown", F)]
    [InlineData("capabilities: has writes", "[writes, destroys]", T)]
    [InlineData("capabilities: has writes", "[destroys]", F)]
    [InlineData("capabilities: has writes", null, U)]
    [InlineData("capabilities: lacks writes", "[destroys]", T)]
    [InlineData("capabilities: lacks writes", "[writes]", F)]
    [InlineData("capabilities: lacks writes", null, U)]
    [InlineData("capabilities: any [writes, destroys]", "[destroys]", T)]
    [InlineData("capabilities: any [writes, destroys]", "[sends-external]", F)]
    [InlineData("trustRemoteCode: true", "true", T)]
    [InlineData("trustRemoteCode: any [false, missing]", "true", F)]
    public void A_test_gives_a_finding_a_pass_or_a_doubt(string test, string? value, Truth expected)
    {
        var facet = test[..test.IndexOf(':', StringComparison.Ordinal)];
        var map = RuleText.Map(value is null ? "(a:agent)" : $"(a:agent {{{facet}: {value}}})");

        var said = RuleEngine.Assess(map, [RuleText.Read(RuleText.Of($"(a:agent {{{test}}})"))]);

        Assert.Equal(expected, said.Findings.Count > 0 ? T : said.NotAssessed.Count > 0 ? U : F);
        Assert.Equal(new RuleTally("r", expected == T ? 1 : 0, expected == F ? 1 : 0, expected == U ? 1 : 0), Assert.Single(said.Tallies));
    }

    [Theory]
    [InlineData("(a:agent), (a) -[guarded-by]-> (:guardrail {mode: block})", F)]
    [InlineData("(a:agent), (a) -[guarded-by]-> (:guardrail {mode: monitor})", T)]
    [InlineData("(a:agent), (a) -[guarded-by]-> (:guardrail)", U)]
    [InlineData("(a:agent), (a) -[guarded-by]-> (:guardrail), (a) -[guarded-by]-> (:guardrail {mode: block})", F)]
    [InlineData("(a:agent)", T)]
    public void An_exception_that_may_hold_leaves_a_doubt(string graph, Truth expected)
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent)", "unless: ['(a) -[guarded-by]-> (:guardrail {mode: block})']"));

        var said = RuleEngine.Assess(RuleText.Map(graph), [rule]);

        Assert.Equal(expected, said.Findings.Count > 0 ? T : said.NotAssessed.Count > 0 ? U : F);
    }

    [Fact]
    public void A_doubt_names_what_nobody_read()
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent) -[calls]-> (t:tool {capabilities: has writes, approval: none})"));

        var said = RuleEngine.Assess(RuleText.Map("(:agent) -[calls]-> (mail:tool), (x:agent) -[calls]-> (:tool {capabilities: [destroys]})"), [rule]);

        var doubt = Assert.Single(said.NotAssessed);
        Assert.Equal("agent:example/agent-1", doubt.Asset.Value);
        Assert.Equal("whether the use of mail is approved is not known; what mail can do is not known", doubt.Reason);
    }

    [Fact]
    public void What_is_known_to_speak_against_a_match_leaves_no_doubt()
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent) -[calls]-> (t:tool {capabilities: has writes, approval: none})"));

        var said = RuleEngine.Assess(RuleText.Map("(:agent) -[calls]-> (:tool {approval: required})"), [rule]);

        Assert.Empty(said.NotAssessed);
        Assert.Equal([new RuleTally("r", 0, 1, 0)], said.Tallies);
    }

    [Theory]
    [InlineData("count((t) <-[calls]- (x:agent)) > 1", 1, 0)]
    [InlineData("count((t) <-[calls]- (x:agent)) > 2", 0, 0)]
    [InlineData("count((t) <-[calls]- (x:agent {autonomy: auto-approve})) > 1", 0, 1)]
    [InlineData("count((t) <-[calls]- (x:agent {autonomy: auto-approve})) > 0", 1, 0)]
    [InlineData("count((t) <-[calls]- (x:agent {autonomy: auto-approve})) > 2", 0, 0)]
    [InlineData("a.owner == t.owner", 1, 0)]
    [InlineData("a.owner != t.owner", 0, 0)]
    [InlineData("a.purpose != t.owner", 0, 1)]
    [InlineData("a.owner == 'ann'", 1, 0)]
    [InlineData("a == t", 0, 0)]
    public void A_condition_compares_what_is_bound(string condition, int findings, int doubts)
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent {framework: present}) -[calls]-> (t:tool)", $"where: [\"{condition}\"]"));
        var map = RuleText.Map("(:agent {owner: ann, framework: crewai, autonomy: auto-approve}) -[calls]-> (t:tool {owner: ann}), (:agent) -[calls]-> (t)");

        var said = RuleEngine.Assess(map, [rule]);

        Assert.Equal((findings, doubts), (said.Findings.Count, said.NotAssessed.Count));
    }
}
