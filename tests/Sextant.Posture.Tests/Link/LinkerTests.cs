using Sextant.Posture.Link;

namespace Sextant.Posture.Tests.Link;

public sealed class LinkerTests
{
    [Fact]
    public void What_the_code_uses_the_unit_uses_and_what_the_unit_may_do_holds_for_the_code() =>
        Assert.Equal(
            [
                "application:repo/acme/shop -authenticates-with-> secret:repo/acme/shop/env/KEY ~likely",
                "application:repo/acme/shop -can-read-> data-store:s3/crm ~possible",
                "application:repo/acme/shop -runs-as-> identity:aws/1/role/shop ~likely",
                "internet:anyone -reaches-> application:repo/acme/shop ~likely",
                "workload:repo/acme/shop/compose.yaml/web -uses-> model:openai/gpt-4o ~likely",
            ],
            Graph.Added(new WorkloadLinker(), """
                workload:repo/acme/shop/compose.yaml/web -built-from-> application:repo/acme/shop
                workload:repo/acme/shop/compose.yaml/web -runs-as-> identity:aws/1/role/shop
                workload:repo/acme/shop/compose.yaml/web -can-read-> data-store:s3/crm ~possible
                workload:repo/acme/shop/compose.yaml/web -authenticates-with-> secret:repo/acme/shop/env/KEY
                application:repo/acme/shop -uses-> model:openai/gpt-4o
                application:repo/acme/shop -depends-on-> package:pypi/openai
                internet:anyone -reaches-> workload:repo/acme/shop/compose.yaml/web
                """));

    [Fact]
    public void A_unit_that_starts_after_another_possibly_uses_what_answers_there() =>
        Assert.Equal(
            [
                "workload:repo/r/c/web -reads-> data-store:repo/r/postgresql/db ~possible",
                "workload:repo/r/c/web -uses-> model-endpoint:repo/r/c/llm ~possible",
            ],
            Graph.Added(new WorkloadLinker(), """
                workload:repo/r/c/web -depends-on-> workload:repo/r/c/llm
                workload:repo/r/c/web -depends-on-> workload:repo/r/c/db
                workload:repo/r/c/llm -hosts-> model-endpoint:repo/r/c/llm
                workload:repo/r/c/db -hosts-> data-store:repo/r/postgresql/db
                """));

    [Fact]
    public void A_job_uses_what_its_files_define_and_lends_it_its_rights_and_trigger() =>
        Assert.Equal(
            [
                "pipeline:repo/acme/ml/.github/workflows/train.yml/train -uses-> pipeline:repo/acme/ml/train.py ~likely",
                "pipeline:repo/acme/ml/train.py -authenticates-with-> secret:repo/acme/ml/env/KEY ~likely",
                "pipeline:repo/acme/ml/train.py -runs-as-> identity:aws/1/role/retrain ~likely",
                "pipeline:repo/acme/ml/train.py {environment: production} ~likely",
                "pipeline:repo/acme/ml/train.py {trigger: schedule} ~likely",
            ],
            Graph.Added(new RunsLinker(), """
                repository:acme/ml
                repository:acme/other
                pipeline:repo/acme/ml/.github/workflows/train.yml/train {runs: [train.py], trigger: schedule, environment: production} @.github/workflows/train.yml
                pipeline:repo/acme/ml/.github/workflows/train.yml/train -runs-as-> identity:aws/1/role/retrain @.github/workflows/train.yml
                pipeline:repo/acme/ml/.github/workflows/train.yml/train -authenticates-with-> secret:repo/acme/ml/env/KEY @.github/workflows/train.yml
                pipeline:repo/acme/ml/train.py @train.py
                pipeline:repo/acme/other/train.py @train.py
                """));

    [Fact]
    public void A_key_found_under_the_name_that_a_workflow_signs_in_with_is_its_key() =>
        Assert.Equal(
            [
                "pipeline:repo/acme/ml/.github/workflows/deploy.yml/deploy -authenticates-with-> secret:aws-access-key/ab12 ~likely",
                "secret:aws-access-key/ab12 -grants-> identity:aws/1/user/ci ~likely",
            ],
            Graph.Added(new SecretLinker(), """
                repository:acme/ml
                secret:aws-access-key/ab12 {fingerprint: ab12, variable: AWS_ACCESS_KEY_ID, location: history}
                secret:aws-access-key/ab12 -defined-in-> application:repo/acme/ml
                secret:repo/acme/ml/env/AWS_ACCESS_KEY_ID {variable: AWS_ACCESS_KEY_ID}
                secret:repo/acme/ml/env/AWS_ACCESS_KEY_ID -grants-> identity:aws/1/user/ci
                secret:repo/acme/other/env/AWS_ACCESS_KEY_ID {variable: AWS_ACCESS_KEY_ID}
                pipeline:repo/acme/ml/.github/workflows/deploy.yml/deploy -authenticates-with-> secret:repo/acme/ml/env/AWS_ACCESS_KEY_ID
                pipeline:repo/acme/other/x.yml/deploy -authenticates-with-> secret:repo/acme/other/env/AWS_ACCESS_KEY_ID
                """));

    [Theory]
    [InlineData("", 2)]
    [InlineData("secret:repo/acme/ml/env/OTHER {variable: OTHER, provider: openai}", 0)]
    public void A_nameless_key_is_possibly_the_one_of_its_provider_if_there_is_one(string other, int added) =>
        Assert.Equal(added, Graph.Added(new SecretLinker(), $$"""
            repository:acme/ml
            secret:openai/ab12 {fingerprint: ab12, provider: openai, location: tree}
            secret:openai/ab12 -defined-in-> repository:acme/ml
            secret:repo/acme/ml/env/OPENAI_API_KEY {variable: OPENAI_API_KEY}
            secret:repo/acme/ml/env/OPENAI_API_KEY -grants-> ai-service:openai
            application:repo/acme/ml -authenticates-with-> secret:repo/acme/ml/env/OPENAI_API_KEY
            {{other}}
            """).Count(line => line.EndsWith("~possible", StringComparison.Ordinal)));

    [Fact]
    public void A_placeholder_is_nobodys_key() =>
        Assert.Empty(Graph.Added(new SecretLinker(), """
            repository:acme/ml
            secret:openai/ab12 {fingerprint: ab12, variable: K, placeholder: true}
            secret:openai/ab12 -defined-in-> repository:acme/ml
            secret:repo/acme/ml/env/K {variable: K}
            application:repo/acme/ml -authenticates-with-> secret:repo/acme/ml/env/K
            """));

    [Fact]
    public void A_hosted_model_is_used_through_its_provider_unless_an_endpoint_serves_it() =>
        Assert.Equal(
            [
                "agent:repo/r/a -uses-> ai-service:anthropic ~likely",
                "ai-service:anthropic -serves-> model:anthropic/claude-sonnet-4-5 ~likely",
            ],
            Graph.Added(new ProviderLinker(), """
                agent:repo/r/a -uses-> model:anthropic/claude-sonnet-4-5
                application:repo/r -uses-> model:openai/gpt-4o
                model-endpoint:url/llm:8000 -serves-> model:openai/gpt-4o
                application:repo/r -uses-> model:huggingface/org/name
                application:repo/r -uses-> model:ollama/llama3
                """));

    [Fact]
    public void An_agent_can_do_what_its_tools_servers_and_delegates_can() =>
        Assert.Equal(
            [
                "agent:repo/r/boss -calls-> tool:repo/r/mail/send ~likely",
                "agent:repo/r/boss -can-read-> data-store:postgresql/db.acme.com/crm ~likely",
                "agent:repo/r/boss {capabilities: reads-private, sends-external} ~likely",
                "agent:repo/r/helper -can-read-> data-store:postgresql/db.acme.com/crm ~likely",
                "agent:repo/r/helper {capabilities: reads-private, sends-external} ~likely",
            ],
            Graph.Said(Conclusions.Run(Graph.Builder("""
                agent:repo/r/boss -delegates-to-> agent:repo/r/helper
                agent:repo/r/helper -delegates-to-> agent:repo/r/boss
                agent:repo/r/helper -calls-> tool:repo/r/query
                tool:repo/r/query {capabilities: [reads-private]}
                tool:repo/r/query -reads-> data-store:postgresql/db.acme.com/crm
                agent:repo/r/boss -uses-> mcp-server:npm/mail
                mcp-server:npm/mail {capabilities: [sends-external]}
                tool:repo/r/mail/send -provided-by-> mcp-server:npm/mail
                """)), "link:tools"));

    [Fact]
    public void What_a_person_must_approve_gives_an_agent_no_access_of_its_own() =>
        Assert.Equal(
            ["agent:repo/r/a {capabilities: writes} ~likely"],
            Graph.Added(new ToolClosureLinker(), """
                agent:repo/r/a -calls-> tool:repo/r/pay
                tool:repo/r/pay {capabilities: [writes], approval: required}
                tool:repo/r/pay -writes-> data-store:s3/ledger
                """));

    [Fact]
    public void A_model_learns_from_what_its_pipeline_reads_and_is_kept_in_its_bucket() =>
        Assert.Equal(
            [
                "model:s3/models/churn -defined-in-> data-store:s3/models ~certain",
                "model:s3/models/churn -trained-on-> data-store:s3/events ~likely",
            ],
            Graph.Added(new TrainingLinker(), """
                model:s3/models/churn -produced-by-> pipeline:repo/r/train.py
                pipeline:repo/r/train.py -reads-> data-store:s3/events
                pipeline:repo/r/train.py -uses-> model:huggingface/org/base
                data-store:s3/models {dataType: bucket}
                """));

    [Fact]
    public void The_archive_in_a_models_folder_is_the_model()
    {
        var builder = Graph.Builder("""
            model:s3/models/churn -produced-by-> pipeline:repo/r/train.py
            model-endpoint:aws/churn -serves-> model:s3/models/churn/model.tar.gz
            """);
        new TrainingLinker().Conclude(builder.Build(), builder);

        Assert.Equal(["model-endpoint:aws/churn -[serves]-> model:s3/models/churn", "model:s3/models/churn -[produced-by]-> pipeline:repo/r/train.py"],
            builder.Build().Relations.Select(r => r.ToString()));
    }

    [Fact]
    public void A_conclusion_stands_at_the_place_of_its_premise_and_is_no_surer()
    {
        var builder = Graph.Builder("""
            workload:repo/r/c/web -built-from-> application:repo/r ~possible @compose.yaml:4
            workload:repo/r/c/web -reads-> data-store:s3/crm @compose.yaml:9
            """);
        new WorkloadLinker().Conclude(builder.Build(), builder);
        var concluded = builder.Build().Relations.Single(r => r.From.Kind == Sextant.Map.AssetKind.Application);

        Assert.Equal(("compose.yaml", 9, Sextant.Map.Confidence.Possible), (concluded.Surest.Path, concluded.Surest.Line, concluded.Surest.Confidence));
        Assert.Equal("r runs in web: Drawn.", concluded.Because);
    }
}
