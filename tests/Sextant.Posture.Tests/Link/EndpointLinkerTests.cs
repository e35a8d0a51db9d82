using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Tests.Link;

public sealed class EndpointLinkerTests
{
    private static string[] Endpoints(string drawing)
    {
        var builder = Graph.Builder(drawing);
        new EndpointLinker().Conclude(builder.Build(), builder);
        return [.. builder.Build().Assets.Where(a => a.Kind == AssetKind.ModelEndpoint).Select(a => $"{a} [{string.Join(' ', a.Aliases)}]")];
    }

    [Fact]
    public void The_address_that_code_calls_is_the_service_that_its_repository_defines() =>
        Assert.Equal(
            ["model-endpoint:repo/acme/shop/compose.yaml/llm [model-endpoint:url/llm:8000]"],
            Endpoints("""
                repository:acme/shop
                model-endpoint:repo/acme/shop/compose.yaml/llm {hosts: [llm:8000]} @compose.yaml
                model-endpoint:url/llm:8000 {hosts: [llm:8000], baseUrl: http://llm:8000/v1} @app/main.py
                application:repo/acme/shop -uses-> model-endpoint:url/llm:8000 @app/main.py:3
                """));

    [Fact]
    public void A_local_name_in_two_repositories_is_two_services_and_each_is_used_by_its_own()
    {
        const string Drawing = """
            repository:acme/shop
            repository:acme/desk
            model-endpoint:repo/acme/shop/compose.yaml/llm {hosts: [llm:8000]} @compose.yaml
            model-endpoint:repo/acme/desk/compose.yaml/llm {hosts: [llm:8000]} @compose.yaml
            model-endpoint:url/llm:8000 {hosts: [llm:8000]} @main.py
            application:repo/acme/shop -uses-> model-endpoint:url/llm:8000 @main.py
            application:repo/acme/desk -uses-> model-endpoint:url/llm:8000 @main.py
            """;

        Assert.Equal(3, Endpoints(Drawing).Length);
        Assert.Equal(
            [
                "application:repo/acme/desk -uses-> model-endpoint:repo/acme/desk/compose.yaml/llm ~likely",
                "application:repo/acme/shop -uses-> model-endpoint:repo/acme/shop/compose.yaml/llm ~likely",
            ],
            Graph.Added(new EndpointLinker(), Drawing));
    }

    [Fact]
    public void A_local_name_that_another_repository_defines_is_not_meant() =>
        Assert.Equal(2, Endpoints("""
            repository:acme/shop
            repository:acme/desk
            model-endpoint:repo/acme/shop/compose.yaml/llm {hosts: [llm:8000]} @compose.yaml
            model-endpoint:url/llm:8000 {hosts: [llm:8000]} @main.py
            application:repo/acme/desk -uses-> model-endpoint:url/llm:8000 @main.py
            """).Length);

    [Fact]
    public void The_nearest_definition_above_is_meant() =>
        Assert.Equal(
            [
                "model-endpoint:repo/acme/mono/a/compose.yaml/llm [model-endpoint:url/llm:8000]",
                "model-endpoint:repo/acme/mono/b/compose.yaml/llm []",
                "model-endpoint:repo/acme/mono/compose.yaml/llm []",
            ],
            Endpoints("""
                repository:acme/mono
                model-endpoint:repo/acme/mono/compose.yaml/llm {hosts: [llm:8000]} @compose.yaml
                model-endpoint:repo/acme/mono/a/compose.yaml/llm {hosts: [llm:8000]} @a/compose.yaml
                model-endpoint:repo/acme/mono/b/compose.yaml/llm {hosts: [llm:8000]} @b/compose.yaml
                model-endpoint:url/llm:8000 {hosts: [llm:8000]} @a/src/main.py
                application:repo/acme/mono/a -uses-> model-endpoint:url/llm:8000 @a/src/main.py
                """));

    [Fact]
    public void Definitions_that_are_equally_near_are_possible_each() =>
        Assert.Equal(
            [
                "application:repo/acme/mono -uses-> model-endpoint:repo/acme/mono/deploy/dev/compose.yaml/llm ~possible",
                "application:repo/acme/mono -uses-> model-endpoint:repo/acme/mono/deploy/prod/compose.yaml/llm ~possible",
            ],
            Graph.Added(new EndpointLinker(), """
                repository:acme/mono
                model-endpoint:repo/acme/mono/deploy/dev/compose.yaml/llm {hosts: [llm:8000]} @deploy/dev/compose.yaml
                model-endpoint:repo/acme/mono/deploy/prod/compose.yaml/llm {hosts: [llm:8000]} @deploy/prod/compose.yaml
                model-endpoint:repo/acme/mono/examples/x/compose.yaml/llm {hosts: [llm:8000], scope: example} @examples/x/compose.yaml
                model-endpoint:url/llm:8000 {hosts: [llm:8000]} @src/main.py
                application:repo/acme/mono -uses-> model-endpoint:url/llm:8000 @src/main.py
                """));

    [Fact]
    public void A_public_name_is_one_endpoint_anywhere_with_the_port_of_its_protocol() =>
        Assert.Equal(
            ["model-endpoint:aws/llm.acme.com [model-endpoint:url/llm.acme.com]", "model-endpoint:url/llm.acme.com:8443 []"],
            Endpoints("""
                model-endpoint:aws/llm.acme.com {hosts: [llm.acme.com:443]}
                model-endpoint:url/llm.acme.com {hosts: [LLM.acme.com], baseUrl: https://llm.acme.com/v1}
                model-endpoint:url/llm.acme.com:8443 {hosts: [llm.acme.com:8443]}
                """));

    [Theory]
    [InlineData("llm:8000", "llm:8001")]
    [InlineData("llm:8000", "llm")]
    [InlineData("llm:8000", "llm-b:8000")]
    [InlineData("llm:8000", "llm:99999")]
    public void Another_host_or_port_is_another_endpoint(string defined, string called) =>
        Assert.Equal(2, Endpoints($$"""
            repository:acme/shop
            model-endpoint:repo/acme/shop/compose.yaml/llm {hosts: [{{defined}}]} @compose.yaml
            model-endpoint:url/called {hosts: [{{called}}]} @main.py
            application:repo/acme/shop -uses-> model-endpoint:url/called @main.py
            """).Length);
}
