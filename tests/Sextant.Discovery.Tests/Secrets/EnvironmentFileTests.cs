using Sextant.Map;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class EnvironmentFileTests
{
    [Fact]
    public void Names_the_credentials_whose_values_are_elsewhere()
    {
        var map = Catalog.Scan((".env.example", """
            # OPENAI_API_KEY=
            export OPENAI_API_KEY=your-key-here
            PINECONE_API_KEY=${PINECONE_API_KEY}
            LOG_LEVEL=debug
            DATABASE_URL=
            """));

        Assert.Equal(
            [
                "secret:repo/acme/support/env/DATABASE_URL", "secret:repo/acme/support/env/OPENAI_API_KEY", "secret:repo/acme/support/env/PINECONE_API_KEY",
            ],
            map.Assets.Where(a => a.Kind == AssetKind.Secret).Select(a => a.Id.Value));
        Assert.Equal(
            [
                "secret:repo/acme/support/env/DATABASE_URL -[grants]-> data-store:repo/acme/support/env/DATABASE_URL",
                "secret:repo/acme/support/env/OPENAI_API_KEY -[grants]-> ai-service:openai",
                "secret:repo/acme/support/env/PINECONE_API_KEY -[grants]-> ai-service:pinecone",
            ],
            map.Relations.Where(r => r.Kind == RelationKind.Grants).Select(r => r.ToString()));
        Assert.All(map.Assets.Where(a => a.Kind == AssetKind.Secret), a => Assert.Equal(("example", Confidence.Likely), (a.Text("scope"), a.Evidence[0].Confidence)));
    }

    [Fact]
    public void A_key_in_the_clear_is_recorded_as_itself_and_not_by_name()
    {
        var map = Catalog.Scan((".env", $"OPENAI_API_KEY={Catalog.Sample("openai-project")}\n"));

        Assert.Equal("openai-project", Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret).Text("keyType"));
    }
}
