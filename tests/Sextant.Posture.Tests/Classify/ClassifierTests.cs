using Sextant.Posture.Classify;

namespace Sextant.Posture.Tests.Classify;

public sealed class ClassifierTests
{
    private static string? Facet(IConcluder classifier, string facet, string drawing) =>
        Graph.Added(classifier, drawing).FirstOrDefault(l => l.Contains($"{{{facet}: ", StringComparison.Ordinal)) is { } line ? line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..] : null;

    [Theory]
    [InlineData("workload:aws/chat-prod", "environment: production} ~likely")]
    [InlineData("workload:aws/ChatProd2", null)]
    [InlineData("workload:aws/chatPROD", "environment: production} ~likely")]
    [InlineData("workload:aws/product-search", null)]
    [InlineData("workload:aws/reproduction", null)]
    [InlineData("workload:aws/latest", null)]
    [InlineData("workload:aws/non-prod", "environment: staging} ~likely")]
    [InlineData("workload:aws/prod-to-dev-copy", null)]
    [InlineData("workload:repo/acme/shop/deploy/production/web.yaml/web", "environment: production} ~likely")]
    [InlineData("workload:repo/acme/prod/compose.yaml/web", null)]
    [InlineData("workload:repo/acme/shop/test/web.yaml/web", null)]
    public void Environment_is_a_whole_word_of_a_name_or_folder(string workload, string? expected) =>
        Assert.Equal(expected, Facet(new EnvironmentClassifier(), "environment", $$"""
            repository:acme/shop
            repository:acme/prod
            {{workload}}
            """));

    [Theory]
    [InlineData("{trigger: release}", "environment: production} ~likely")]
    [InlineData("{trigger: push}", "environment: production} ~possible")]
    [InlineData("{trigger: pull-request}", null)]
    [InlineData("{environment: staging, trigger: release}", null)]
    public void A_job_that_deploys_when_something_is_released_deploys_to_production(string facets, string? expected) =>
        Assert.Equal(expected, Facet(new EnvironmentClassifier(), "environment", $"pipeline:repo/r/ci.yml/deploy {facets}"));

    [Fact]
    public void The_role_that_names_an_agent_says_nothing_about_where_it_runs() =>
        Assert.Empty(Graph.Added(new EnvironmentClassifier(), "agent:repo/r/crew/qa_engineer -calls-> tool:repo/r/crew/run"));

    [Fact]
    public void What_production_hosts_is_in_production() =>
        Assert.Equal(
            ["application:repo/r/chat {environment: production} ~likely", "workload:aws/prod {environment: production} ~likely"],
            Graph.Added(new EnvironmentClassifier(), "workload:aws/prod -built-from-> application:repo/r/chat"));

    [Theory]
    [InlineData("data-store:s3/acme-customers", "sensitivity: personal} ~likely")]
    [InlineData("data-store:s3/patient-records", "sensitivity: health, personal} ~likely")]
    [InlineData("data-store:s3/PaymentEvents", "sensitivity: financial} ~likely")]
    [InlineData("data-store:s3/payments", "sensitivity: financial} ~likely")]
    [InlineData("data-store:s3/tickets", "sensitivity: personal} ~possible")]
    [InlineData("data-store:s3/scorecards", null)]
    [InlineData("data-store:s3/health-check", null)]
    [InlineData("data-store:s3/user-agents", null)]
    [InlineData("dataset:huggingface/org/hr-emails", "sensitivity: personal} ~likely")]
    [InlineData("data-store:s3/customers {sensitivity: [public]}", null)]
    [InlineData("workload:aws/customers", null)]
    public void Sensitivity_is_hinted_by_whole_words(string store, string? expected) =>
        Assert.Equal(expected, Facet(new SensitivityClassifier(), "sensitivity", store));

    [Fact]
    public void A_tools_name_hints_at_the_data_behind_it() =>
        Assert.Equal(
            "sensitivity: personal} ~possible",
            Facet(new SensitivityClassifier(), "sensitivity", "tool:repo/r/find_customer -reads-> data-store:repo/r/env/DB"));

    [Fact]
    public void An_owner_answers_for_what_is_defined_in_what_it_owns() =>
        Assert.Equal(
            [
                "agent:repo/acme/shop/desk {owner: support} ~likely",
                "application:repo/acme/shop {owner: support} ~certain",
            ],
            Graph.Added(new OwnerClassifier(), """
                agent:repo/acme/shop/desk -defined-in-> application:repo/acme/shop
                application:repo/acme/shop -owned-by-> owner:github/acme/support
                application:repo/acme/shop -uses-> model:openai/gpt-4o
                """));

    [Fact]
    public void Exposure_is_by_what_reaches_and_unknown_stays_unknown() =>
        Assert.Equal(
            [
                "application:repo/r/inner {exposure: internal} ~likely",
                "application:repo/r/shop {exposure: internet} ~certain",
                "model-endpoint:url/llm {exposure: private} ~likely",
            ],
            Graph.Added(new ExposureClassifier(), """
                internet:anyone -reaches-> application:repo/r/shop
                workload:aws/a -reaches-> application:repo/r/shop
                workload:aws/a -reaches-> application:repo/r/inner
                model-endpoint:url/llm {binding: loopback}
                model-endpoint:url/other {binding: all}
                """));

    [Theory]
    [InlineData("approval: none", "", "autonomy: auto-approve} ~likely")]
    [InlineData("approval: required", "", "autonomy: human-approval} ~likely")]
    [InlineData("language: python", "", null)]
    [InlineData("language: python", "{framework: langgraph}", "autonomy: auto-approve} ~likely")]
    [InlineData("language: python", "{framework: own}", null)]
    public void Autonomy_is_by_the_tools_with_effects(string approval, string agent, string? expected) =>
        Assert.Equal(expected, Facet(new AutonomyClassifier(), "autonomy", $$"""
            agent:repo/r/desk {{agent}}
            agent:repo/r/desk -calls-> tool:repo/r/send
            agent:repo/r/desk -calls-> tool:repo/r/look
            tool:repo/r/send {capabilities: [sends-external], {{approval}}}
            tool:repo/r/look {capabilities: [reads-private]}
            """));

    [Fact]
    public void What_is_used_and_not_declared_is_a_fact_where_a_repository_was_read()
    {
        const string Use = """
            agent:repo/acme/shop/desk -uses-> model:openai/gpt-4o
            agent:repo/acme/shop/desk {registration: declared, approval: approved}
            model:openai/unused
            """;

        Assert.Equal(
            ["model:openai/gpt-4o {approval: none} ~certain", "model:openai/gpt-4o {registration: none} ~certain"],
            Graph.Added(new DeclarationClassifier(), $"repository:acme/shop\n{Use}"));
        Assert.Empty(Graph.Added(new DeclarationClassifier(), Use));
    }

    [Fact]
    public void Criticality_is_guessed_from_place_and_data() =>
        Assert.Equal(
            [
                "application:repo/r/a {criticality: high} ~likely",
                "application:repo/r/b {criticality: medium} ~possible",
                "application:repo/r/c {criticality: low} ~possible",
            ],
            Graph.Added(new CriticalityClassifier(), """
                application:repo/r/a {environment: production}
                application:repo/r/a -reads-> data-store:s3/customers
                data-store:s3/customers {sensitivity: [personal], environment: unknown}
                application:repo/r/b {environment: production}
                application:repo/r/c {environment: development}
                """));
}
