using Sextant.Map;
using Sextant.Posture.Classify;

namespace Sextant.Posture.Tests.Classify;

public sealed class RegistrationClassifierTests
{
    private static readonly Evidence Seen = new("test", "a.py", 1, "seen", Confidence.Certain);

    private static AssetMap Conclude(params Registration[] registrations)
    {
        var builder = new MapBuilder();
        foreach (var id in new[] { "model:openai/gpt-4o", "model:huggingface/acme/x", "package:pypi/openai" })
        {
            Assert.True(AssetId.TryParse(id, out var asset));
            builder.Asset(asset, "", Seen);
        }

        new RegistrationClassifier(registrations).Conclude(builder.Build(), builder);
        return builder.Build();
    }

    private static string?[] Registrations(AssetMap map) => [.. map.Assets.Where(a => a.Kind != AssetKind.Owner).Select(a => a.Text("registration"))];

    [Fact]
    public void Without_a_register_nothing_is_said() => Assert.Equal([null, null, null], Registrations(Conclude()));

    [Fact]
    public void A_pattern_declares_what_it_covers_and_nothing_else()
    {
        var map = Conclude(new Registration("model:huggingface/acme/*", [new("approval", "approved")], "@acme/ml", "sextant.yaml", 3));
        Assert.Equal(["declared", null, null], Registrations(map));
        var relation = Assert.Single(map.Relations);
        Assert.Equal("model:huggingface/acme/x -[owned-by]-> owner:github/acme/ml", relation.ToString());
        Assert.Equal("approved", relation.From.Text("approval"));
        Assert.Equal(("sextant.yaml", 3), (relation.Evidence[0].Path, relation.Evidence[0].Line));
    }
}
