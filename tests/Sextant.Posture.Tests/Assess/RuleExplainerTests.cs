using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

public sealed class RuleExplainerTests
{
    [Fact]
    public void Says_in_plain_words_what_a_rule_looks_for()
    {
        var rule = RuleText.Read(RuleText.Of(
            "(a:agent {scope: any [product, missing]}) -[calls]-> (t:tool {capabilities: has sends-external, approval: known none}), (a) -[can-read|runs-as *1..3]-> (:data-store)",
            """
            unless: ["(a) -[guarded-by]-> (:guardrail {mode: block})", "(t {owner: present})"]
            where: ["count((t) <-[calls]- (:agent)) > 2", "a != t"]
            raise: [{ when: "(:internet) -[reaches]-> (a)", to: critical, because: "strangers reach {a}" }]
            """));

        Assert.Equal(
            [
                "Looks for: an agent 'a' (scope is product or not known) calls a tool 't' (capabilities has sends-external, approval is none); and 'a' can read or runs as (in 1 to 3 steps) a data store.",
                "Only where the number of agents in its relations is above 2.",
                "Only where 'a' is not 't'.",
                "Not if 'a' is guarded by a guardrail (mode is block).",
                "Not if 't' (owner is known).",
                "Raised to critical if the Internet reaches 'a': strangers reach a.",
                "A finding is about 'a'; there is one for each 'a'.",
            ],
            RuleExplainer.Explain(rule));
    }

    [Fact]
    public void Gives_outputs_what_they_need_of_a_rule()
    {
        var info = RuleFiles.Set.Rules.Single(r => r.Id == "agent-executes-code-unapproved").ToInfo();

        Assert.Equal(("agent-executes-code-unapproved", Severity.High), (info.Id, info.Severity));
        Assert.Contains("owasp-agentic:ASI05", info.Frameworks);
        Assert.StartsWith("Make a person approve each call of the tool 't'", info.Steps[0], StringComparison.Ordinal);
    }
}
