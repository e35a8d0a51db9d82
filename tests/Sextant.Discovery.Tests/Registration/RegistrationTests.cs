using System.Text;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Registration;

public sealed class RegistrationTests
{
    [Fact]
    public void A_register_declares_applications_assets_and_suppressions()
    {
        const string text = """
            repository: acme/app
            applications:
              - { name: Support, path: apps/support, owner: "@acme/support", criticality: high, uses: ["model:openai/gpt-4o"] }
            assets:
              - { match: "model:huggingface/acme/*", owner: ann@acme.example, sensitivity: [personal], approval: approved }
            suppress:
              - { rule: agent-x, asset: "agent:*", reason: known, expires: 2026-12-31, author: ann }
            """;
        var file = SextantFile.Read(Encoding.UTF8.GetBytes(text));
        Assert.Empty(file.Mistakes);
        Assert.Equal("acme/app", file.Repository);
        Assert.Equal(new Suppression("agent-x", "agent:*", "known", new DateOnly(2026, 12, 31), "ann", "sextant.yaml", 7), Assert.Single(file.Suppressions));
        var asset = Assert.Single(file.Assets);
        Assert.True(asset.Covers(AssetId.Of(AssetKind.Model, "huggingface", "acme/x")));
        Assert.Equal("ann@acme.example", asset.Owner);
        var map = new ConfigurationTree().With("sextant.yaml", text).Map();
        Assert.Equal("declared", map.Facet("application:repo/acme/app/apps/support", "registration"));
        Assert.Equal("high", map.Facet("application:repo/acme/app/apps/support", "criticality"));
        Assert.Equal(["application:repo/acme/app/apps/support > owner:github/acme/support"], map.Relations(RelationKind.OwnedBy));
        Assert.Equal(["application:repo/acme/app/apps/support > model:openai/gpt-4o"], map.Relations(RelationKind.Uses));
    }

    [Theory]
    [InlineData("applicatoins: []", "'applicatoins' is not known here")]
    [InlineData("applications:\n  - {name: a, ownr: b}", "'ownr' is not known here")]
    [InlineData("applications:\n  - {path: a}", "'name' is missing")]
    [InlineData("assets:\n  - {id: 'modle:x', approval: approved}", "'modle:x' is no id")]
    [InlineData("assets:\n  - {id: 'model:x', approval: yes-please}", "'yes-please' is not known as approval; allowed: approved, pending, none, required")]
    [InlineData("suppress:\n  - {rule: a}", "'reason' is missing")]
    [InlineData("suppress:\n  - {rule: a, reason: b, expires: soon}", "'soon' is no day")]
    [InlineData("applications: {a: b}", "a list is expected")]
    public void Mistakes_name_their_line_and_what_is_allowed(string text, string message)
    {
        var mistake = Assert.Single(SextantFile.Read(Encoding.UTF8.GetBytes(text)).Mistakes);
        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n') + 1, mistake.Line);
        Assert.Single(new ConfigurationTree().With("sextant.yaml", text).Map().Gaps);
    }

    [Fact]
    public void Of_several_owners_the_last_line_holds()
    {
        var map = new ConfigurationTree()
            .With("api/package.json", "{}").With("web/app/package.json", "{}").With("docs/package.json", "{}")
            .With(".github/CODEOWNERS", "* @acme/all\n/api/ @acme/api # why\n/web/ ann@acme.example\n/docs/\n/web/app/x.ts @acme/other\n").Map();
        Assert.Equal(
            ["application:repo/acme/app/api > owner:github/acme/api", $"application:repo/acme/app/web/app > owner:mail/{StableHash.Hex("ann@acme.example")}", "repository:acme/app > owner:github/acme/all"],
            map.Relations(RelationKind.OwnedBy));
        Assert.DoesNotContain("ann@", map.Everything(), StringComparison.Ordinal);
    }
}
