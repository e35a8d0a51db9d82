using System.Collections.Frozen;
using Sextant.Map;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("(a:agnet)", "r.yaml:6:6: unknown asset kind 'agnet'; did you mean 'agent'? Allowed: model, model-endpoint,")]
    [InlineData("(a:agent) -[cals]-> (:tool)", "r.yaml:6:15: unknown relation 'cals'; did you mean 'calls'? Allowed: uses, serves,")]
    [InlineData("(a:agent {aproval: none})", "r.yaml:6:13: unknown property 'aproval'; did you mean 'approval'? Allowed: approval,")]
    [InlineData("(a:agent {approval: nono})", "r.yaml:6:23: 'nono' is no value of 'approval'; did you mean 'none'? Allowed: approved, pending, none, required")]
    [InlineData("(a:agent {capabilities: any [writes, execute-code]})", "r.yaml:6:40: 'execute-code' is no value of 'capabilities'; did you mean 'executes-code'? Allowed: reads-untrusted,")]
    [InlineData("(a:agent {capabilities: writes})", "r.yaml:6:13: 'capabilities' is a set; write 'capabilities: has writes'")]
    [InlineData("(a:agent {capabilities: != writes})", "r.yaml:6:13: 'capabilities' is a set; write 'capabilities: lacks writes'")]
    [InlineData("(a:agent {approval: has none})", "r.yaml:6:13: 'approval' is no set; write 'approval: none' or '!= none'")]
    [InlineData("(a:agent {approval: [none]})", "r.yaml:6:13: write 'any' before the list, as in 'approval: any [x, y]'")]
    [InlineData("(a:agent {exposure: unknown})", "r.yaml:6:23: 'unknown' is never matched; write 'exposure: missing' for what nobody knows")]
    [InlineData("(a:agent {approval: known any [none, missing]})", "r.yaml:6:13: 'known' and 'missing' contradict one another")]
    [InlineData("(a:agent {approval: known missing})", "r.yaml:6:13: 'known' stands before a value, not before 'missing' or 'present'")]
    [InlineData("(a:agent {trustRemoteCode: > 3})", "r.yaml:6:13: 'trustRemoteCode' is a flag, which cannot be compared so")]
    [InlineData("(a:agent", "r.yaml:6:11: ')', '|' or '{' is expected here, not the end")]
    [InlineData("(a:agent) -[calls]- (:tool)", "r.yaml:6:20: ']->' (or '|' and another relation, or '*1..4') is expected here, not ']-'")]
    [InlineData("(a:agent) <-[calls]-> (:tool)", "r.yaml:6:21: ']-' (or '|' and another relation, or '*1..4') is expected here, not ']->'")]
    [InlineData("(a:agent) -[calls *1..9]-> (:tool)", "r.yaml:6:25: a relation may be followed for 8 steps at most, not 9")]
    [InlineData("(a:agent) -[calls *3..2]-> (:tool)", "r.yaml:6:22: *3..2 is empty")]
    [InlineData("(a:agent) -[calls]-> ()", "r.yaml:6:24: this node needs a kind, as in (:tool)")]
    [InlineData("(a:agent) -[calls]-> (tol), (tool:tool) -[calls]-> (a)", "r.yaml:6:24: 'tol' has no kind; did you mean 'tool'? Names with one: a, tool")]
    [InlineData("(a:agent), (b:tool)", "r.yaml:6:14: the parts of this pattern do not hang together")]
    [InlineData("(a:agent) -[calls]-> (a:tool)", "r.yaml:6:24: 'a' was given another kind before")]
    [InlineData("(a-b:agent)", "r.yaml:6:4: 'a-b' is no name;")]
    [InlineData("(a:agent) & (b:tool)", "r.yaml:6:13: '&' means nothing in a pattern")]
    [InlineData("(a:agent {name: 'x})", "r.yaml:6:19: this quoted text has no closing quote")]
    [InlineData("(a:agent {})", "r.yaml:6:13: a property is expected here, not '}'")]
    public void A_mistake_in_a_pattern_names_its_place_and_what_is_allowed(string match, string expected) =>
        Assert.StartsWith(expected, RuleText.Mistakes(RuleText.Of(match)), StringComparison.Ordinal);

    [Theory]
    [InlineData("match: '(a:agnet)'", 1, 12)]
    [InlineData("match: \"(a:agent {approval:\\n nono})\"", 1, 31)]
    [InlineData("match: (a:agnet)", 1, 11)]
    [InlineData("match: >-\n  (a:agent)\n  -[calls]->\n  (:tol)", 4, 5)]
    [InlineData("match: |\n\n    (a:agent)\n      -[calls]-> (:tol)", 4, 20)]
    public void The_place_is_that_in_the_file_whatever_the_style_of_the_text(string yaml, int line, int column)
    {
        var error = RuleSet.Read([("r.yaml", yaml)]).Errors.First(e => e.Message.StartsWith("unknown asset", StringComparison.Ordinal) || e.Message.StartsWith("'nono'", StringComparison.Ordinal));

        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_reported()
    {
        var yaml = """
            id: x
            titel: A title
            severity: severe
            description: d
            match: "(a:agent {aproval: none, autonomi: auto-approve})"
            unless: ["(b) -[calls]-> (:tool)"]
            raise: [{ when: "(a {approval: none})", to: lower, because: "{z}" }]
            asset: b
            key: [c]
            why: "{a.nme}"
            fix: { effort: years, breaks: [a-calls-t], steps: [] }
            maps: { owasp: [LLM01], owasp-llm: [LLM99] }
            examples: { fails: { one: "(:agent|tool {approval: any [none]})" } }
            """;

        Assert.Equal(
            """
            r.yaml:1:5: the id 'x' must be the file's name, 'r'
            r.yaml:2:1: unknown key 'titel'; did you mean 'title'? Allowed: id, title, severity, description, match, unless, where, raise, asset, key, related, why, fix, maps, examples
            r.yaml:3:11: 'severe' is no severity. Allowed: info, low, medium, high, critical
            r.yaml:5:19: unknown property 'aproval'
            r.yaml:5:34: unknown property 'autonomi'
            r.yaml:13:11: at least one example is needed under 'passes'
            r.yaml:13:36: an asset of an example is of one kind
            r.yaml:13:42: an example says what is, it does not test; give a value or a list
            """,
            string.Join("\n", RuleText.Mistakes(yaml).Split('\n').Select(l => l.Contains("property", StringComparison.Ordinal) ? l[..l.IndexOf(';', StringComparison.Ordinal)] : l)));
    }

    [Fact]
    public void What_stands_beside_a_good_pattern_is_checked_against_it()
    {
        var yaml = """
            id: r
            title: A title
            severity: high
            description: d
            match: "(a:agent) -[calls]-> (t:tool)"
            unless: ["(b) -[calls]-> (:tool)"]
            where: ["a < t", "x != a"]
            raise: [{ when: "(a {approval: none})", to: low, because: "{z}" }]
            asset: b
            key: [t]
            why: "{a.nme} {"
            fix: { effort: years, breaks: [a-calls-x], steps: [] }
            maps: { owasp: [LLM01], owasp-llm: [LLM99] }
            examples: { fails: { one: "(:agent)" }, passes: { two: "(:tool)" } }
            """;

        var mistakes = RuleText.Mistakes(yaml).Split('\n').Select(l => l.Split("Allowed")[0].TrimEnd()).ToArray();

        Assert.Equal(
            [
                "r.yaml:6:11: 'b' has no kind; did you mean 'a'? Names with one: a, t",
                "r.yaml:7:12: a node is compared with a node by == or !=; only numbers and counts are above or below one another",
                "r.yaml:7:19: no node of 'match' is named 'x'; did you mean 'a'?",
                "r.yaml:8:45: 'raise' only raises; low is not above the rule's severity",
                "r.yaml:8:61: no node of 'match' is named 'z'; did you mean 'a'?",
                "r.yaml:9:8: no node of 'match' is named 'b'; did you mean 'a'?",
                "r.yaml:10:6: 'key' must hold the asset",
                "r.yaml:11:10: unknown property 'nme'.",
                "r.yaml:11:15: this '{' is not closed",
                "r.yaml:12:6: 'steps' is missing or empty; say what to do",
                "r.yaml:12:16: 'years' is no effort.",
                "r.yaml:12:32: no relation of 'match' is 'a-calls-x'; did you mean 'a-calls-t'?",
                "r.yaml:13:9: unknown framework 'owasp'.",
                "r.yaml:13:37: owasp-llm has no 'LLM99'",
            ],
            mistakes);
    }

    [Fact]
    public void A_number_is_compared_and_a_word_in_its_place_is_a_mistake()
    {
        var facets = new Dictionary<string, Facet> { ["size"] = new("size", FacetType.Number, [], "How large.") }.ToFrozenDictionary();

        Assert.Equal("", RuleText.Mistakes(RuleText.Of("(a:agent {size: > 3, size: <= 9.5})"), facets));
        Assert.Equal("r.yaml:6:21: 'size' is a number, and 'big' is none", RuleText.Mistakes(RuleText.Of("(a:agent {size: > big})"), facets));
    }

    [Fact]
    public void Words_that_are_operators_elsewhere_may_be_values()
    {
        var rule = RuleText.Read(RuleText.Of("(a:agent {owner: any, purpose: has, framework: known, version: 'missing'})"));

        Assert.Equal(["any", "has", "known", "missing"], rule.Match.Nodes[0].Tests.Select(t => Assert.Single(t.Values)));
    }
}
