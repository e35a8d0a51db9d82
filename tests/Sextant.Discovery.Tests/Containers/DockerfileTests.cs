using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Containers;

public sealed class DockerfileTests
{
    private const string Path = "repo/acme/app/serve/Dockerfile";

    [Fact]
    public void The_last_stage_is_the_workload()
    {
        var map = new ConfigurationTree().With("serve/Dockerfile", """
            ARG VERSION=v0.6.1
            FROM python:3.12 AS build
            RUN pip install openai==1.2.3 \
                # why
                anthropic
            FROM vllm/vllm-openai:${VERSION}
            ENV HF_TOKEN=hf_hunter2 PORT=8000
            COPY --from=build /a /b
            RUN <<EOF
            huggingface-cli download --revision 0123456789012345678901234567890123456789 acme/weights
            EOF
            EXPOSE 8000/tcp
            USER root
            ENTRYPOINT ["python3", "-m", "vllm.entrypoints.openai.api_server"]
            CMD ["--model", "acme/base"]
            """).Map();
        Assert.Equal([$"workload:{Path}"], map.Ids(AssetKind.Workload));
        Assert.Equal("vllm/vllm-openai:v0.6.1", map.Facet($"workload:{Path}", "image"));
        Assert.Equal("true", map.Facet($"workload:{Path}", "privileged"));
        Assert.Equal("8000", map.Facet($"workload:{Path}", "ports"));
        Assert.Equal([$"model-endpoint:{Path} > model:huggingface/acme/base", $"model-endpoint:{Path} > model:huggingface/acme/weights"], map.Relations(RelationKind.Serves));
        Assert.Equal("digest", map.Facet("model:huggingface/acme/weights", "pinned"));
        Assert.Equal(["package:pypi/anthropic", "package:pypi/openai"], map.Ids(AssetKind.Package));
        Assert.Equal(["secret:repo/acme/app/env/HF_TOKEN"], map.Ids(AssetKind.Secret));
        Assert.DoesNotContain("hunter2", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_code_in_a_command_loads_are_found()
    {
        var map = new ConfigurationTree().With("Dockerfile", "FROM python:3.12-slim\nRUN python -c \"from sentence_transformers import SentenceTransformer; SentenceTransformer('acme/embed')\" && wget https://huggingface.co/acme/whisper/resolve/main/model.bin\n").Map();
        Assert.Equal(["application:repo/acme/app > model:huggingface/acme/embed", "application:repo/acme/app > model:huggingface/acme/whisper"], map.Relations(RelationKind.Uses));
    }
}
