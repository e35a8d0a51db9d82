using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Containers;

public sealed class ComposeTests
{
    private const string Root = "repo/acme/app/compose.yaml";

    private static AssetMap Estate() => new ConfigurationTree()
        .With(".env", "TAG=v0.6.1\n")
        .With("api/Dockerfile", "FROM python:3.12\n")
        .With("compose.yaml", """
            x-common: &common
              restart: always
            services:
              vllm:
                <<: *common
                image: vllm/vllm-openai:${TAG}
                command: ["--model", "meta-llama/Llama-3.1-8B-Instruct", "--trust-remote-code", "--port", "9000"]
                ports: ["9000:9000"]
              ollama:
                image: ollama/ollama
                ports: ["127.0.0.1:11434:11434"]
              puller:
                image: ollama/ollama
                entrypoint: ["sh", "-c", "sleep 3; OLLAMA_HOST=ollama:11434 ollama pull llama3.2:3b"]
              qdrant:
                image: qdrant/qdrant:v1.12.0@sha256:abc
              db:
                image: postgres:16
                environment:
                  - POSTGRES_USER=app
                  - POSTGRES_PASSWORD=hunter2
                  - POSTGRES_DB=customers
              api:
                build: ./api
                user: "1000"
                environment:
                  DATABASE_URL: ${DATABASE_URL:-postgresql+psycopg://app:hunter2@db:5432/customers}
                  OPENAI_API_KEY: ${OPENAI_API_KEY}
                  QDRANT_URL: http://qdrant:6333
                  LLM_BASE_URL: http://vllm:9000/v1
                  MAX_TOKENS: 100
                labels:
                  com.acme.owner: team-support
                  environment: prod
                  traefik.http.routers.api.rule: Host(`api.acme.example`)
            """).Map();

    [Fact]
    public void Servers_say_what_they_serve_where_and_whether_they_ask()
    {
        var map = Estate();
        Assert.Equal([$"model-endpoint:{Root}/ollama", $"model-endpoint:{Root}/vllm"], map.Ids(AssetKind.ModelEndpoint));
        Assert.Equal(
            [$"model-endpoint:{Root}/ollama > model:ollama/llama3.2:3b", $"model-endpoint:{Root}/vllm > model:huggingface/meta-llama/Llama-3.1-8B-Instruct"],
            map.Relations(RelationKind.Serves));
        Assert.Equal("vllm:9000", map.Facet($"model-endpoint:{Root}/vllm", "hosts"));
        Assert.Equal("none", map.Facet($"model-endpoint:{Root}/vllm", "authentication"));
        Assert.Equal("true", map.Facet($"model-endpoint:{Root}/vllm", "trustRemoteCode"));
        Assert.Equal("all", map.Facet($"model-endpoint:{Root}/vllm", "binding"));
        Assert.Equal("internal", map.Facet($"model-endpoint:{Root}/vllm", "exposure"));
        Assert.Equal("v0.6.1", map.Facet($"model-endpoint:{Root}/vllm", "version"));
        Assert.Equal("loopback", map.Facet($"model-endpoint:{Root}/ollama", "binding"));
        Assert.Equal("floating", map.Facet($"workload:{Root}/ollama", "pinned"));
        Assert.Equal("digest", map.Facet($"vector-store:{Root}/qdrant", "pinned"));
    }

    [Fact]
    public void Databases_are_one_whether_made_or_connected_to()
    {
        var map = Estate();
        const string store = "data-store:repo/acme/app/postgresql/db/customers";
        Assert.Equal([store], map.Ids(AssetKind.DataStore));
        Assert.Equal("password", map.Facet(store, "authentication"));
        Assert.Equal("DATABASE_URL", map.Facet(store, "variable"));
        Assert.Equal([$"workload:{Root}/api > {store}"], map.Relations(RelationKind.CanRead));
        Assert.Equal([$"workload:{Root}/api > {store}"], map.Relations(RelationKind.CanWrite));
        Assert.Equal([$"workload:{Root}/api > {store}"], map.Relations(RelationKind.CanAdminister));
        Assert.Contains($"workload:{Root}/db > {store}", map.Relations(RelationKind.Hosts));
        Assert.DoesNotContain("hunter2", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_service_uses_what_its_variables_address()
    {
        var map = Estate();
        Assert.Equal(
            [$"application:repo/acme/app/api > model-endpoint:{Root}/vllm", $"application:repo/acme/app/api > vector-store:{Root}/qdrant"],
            map.Relations(RelationKind.Uses));
        Assert.Contains($"workload:{Root}/api > application:repo/acme/app/api", map.Relations(RelationKind.BuiltFrom));
        Assert.Equal("team-support", map.Facet($"workload:{Root}/api", "owner"));
        Assert.Equal("production", map.Facet($"workload:{Root}/api", "environment"));
        Assert.Contains($"workload:{Root}/api > secret:repo/acme/app/env/OPENAI_API_KEY", map.Relations(RelationKind.AuthenticatesWith));
        Assert.Contains("secret:repo/acme/app/env/OPENAI_API_KEY > ai-service:openai", map.Relations(RelationKind.Grants));
    }

    [Fact]
    public void The_outside_reaches_only_what_has_a_public_name()
    {
        var map = Estate();
        Assert.Equal([$"internet:anyone > workload:{Root}/api"], map.Relations(RelationKind.Reaches));
        Assert.Equal("internet", map.Facet($"workload:{Root}/api", "exposure"));
        Assert.Equal("private", map.Facet($"workload:{Root}/db", "exposure"));
    }

    [Fact]
    public void Separate_settings_connect_like_an_address()
    {
        var map = new ConfigurationTree().With("docker-compose.dev.yml", """
            services:
              mysql: { image: "mysql:8.0", environment: { MYSQL_ROOT_PASSWORD: x, MYSQL_DATABASE: shop } }
              web: { image: "acme/web", privileged: true, env_file: web.env }
            """).With("web.env", "DB_HOST=mysql\nDB_USER='root'\nDB_PASSWORD=x\n").Map();
        Assert.Equal(["workload:repo/acme/app/docker-compose.dev.yml/web > data-store:repo/acme/app/mysql/mysql/shop"], map.Relations(RelationKind.CanAdminister));
        Assert.Equal("true", map.Facet("workload:repo/acme/app/docker-compose.dev.yml/web", "privileged"));
    }

    [Theory]
    [InlineData("vllm/vllm-openai:v1", "[\"a/b\", \"--api-key\", \"k\"]", "key")]
    [InlineData("ghcr.io/huggingface/text-generation-inference:3.0", "--model-id a/b", "none")]
    [InlineData("lmsysorg/sglang:v0.4", "python3 -m sglang.launch_server --model-path a/b", "none")]
    [InlineData("acme/own", "vllm serve a/b --api-key=x", "key")]
    [InlineData("ghcr.io/ggml-org/llama.cpp:server", "-hf a/b:Q4_K_M", "none")]
    public void Models_and_authentication_are_read_from_command_lines(string image, string command, string authentication)
    {
        var map = new ConfigurationTree().With("compose.yaml", $"services:\n  s:\n    image: {image}\n    command: {command}\n").Map();
        Assert.Equal([$"model-endpoint:{Root}/s > model:huggingface/a/b"], map.Relations(RelationKind.Serves));
        Assert.Equal(authentication, map.Facet($"model-endpoint:{Root}/s", "authentication"));
    }
}
