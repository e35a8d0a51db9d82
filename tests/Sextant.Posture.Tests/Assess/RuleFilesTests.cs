using Sextant.Map;
using Sextant.Posture.Assess.Rules;
using Sextant.Posture.Assess.Testing;

namespace Sextant.Posture.Tests.Assess;

public sealed class RuleFilesTests
{
    public static TheoryData<string> Ids => [.. RuleFiles.Set.Rules.Select(r => r.Id)];

    [Fact]
    public void Every_rule_file_is_read_without_a_mistake() => Assert.Equal("", string.Join("\n", RuleFiles.Set.Errors));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_says_of_its_examples_what_they_ask_for(string id) =>
        Assert.Equal("", string.Join("\n", RuleTester.Test(Rule(id)).Where(r => !r.Passed)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_part_of_a_rule_is_tested_by_an_example(string id) => Assert.Equal("", string.Join("\n", RuleMutations.Survivors(Rule(id))));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_maps_to_a_framework_and_lies_in_the_folder_of_its_asset(string id)
    {
        var rule = Rule(id);
        var folder = Path.GetFileName(Path.GetDirectoryName(rule.File));

        Assert.NotEmpty(rule.Frameworks);
        Assert.Contains(folder, rule.Match.Nodes[rule.Asset].Kinds.Select(Kebab<AssetKind>.Name));
        Assert.True(rule.Description.Length > 120, "a description says what is looked for and why it matters");
    }

    private static Rule Rule(string id) => RuleFiles.Set.Rules.Single(r => r.Id == id);
}
