using Sextant.Map;
using Sextant.Posture.Prioritize;

namespace Sextant.Posture.Tests.Prioritize;

public sealed class AttackStoryTests
{
    private static IReadOnlyList<AttackPath> Paths(string drawing) => Prioritizer.Run(Conclusions.Run(Graph.Builder(drawing)), []).Paths;

    private static string Shape(AttackPath path) =>
        string.Concat(path.Steps.Select(s => $"{s.From} {(s.Forward ? $"-{Kebab<RelationKind>.Name(s.Relation)}->" : $"<-{Kebab<RelationKind>.Name(s.Relation)}-")} ")) + path.Steps[^1].To;

    [Fact]
    public void Story_of_the_open_endpoint_that_reads_customers()
    {
        var path = Assert.Single(Paths("""
            model-endpoint:aws/1/chat {authentication: none, environment: production}
            internet:anyone -reaches-> model-endpoint:aws/1/chat
            model-endpoint:aws/1/chat -runs-as-> identity:aws/1/role/chat
            identity:aws/1/role/chat -can-read-> data-store:s3/acme-customers
            """));

        Assert.Equal("Anyone on the Internet can read acme-customers", path.Title);
        Assert.Equal("internet:anyone -reaches-> model-endpoint:aws/1/chat -runs-as-> identity:aws/1/role/chat -can-read-> data-store:s3/acme-customers", Shape(path));
        Assert.Equal(
            ["Anyone on the Internet can connect to chat. Drawn.", "chat acts as chat for whoever calls it. Drawn.", "What acts as chat may read acme-customers. Drawn."],
            path.Steps.Select(s => s.Because));
    }

    private const string Desk = """
        agent:repo/r/desk -calls-> tool:repo/r/read_ticket
        agent:repo/r/desk -calls-> tool:repo/r/find_customer
        agent:repo/r/desk -calls-> tool:repo/r/send_email
        tool:repo/r/read_ticket {capabilities: [reads-untrusted]}
        tool:repo/r/find_customer -reads-> data-store:postgresql/db.acme.com/crm
        data-store:postgresql/db.acme.com/crm {sensitivity: [personal]}
        """;

    [Fact]
    public void Story_of_the_agent_that_listens_to_strangers_reads_customers_and_sends()
    {
        var paths = Paths(Desk + "\ntool:repo/r/send_email {capabilities: [sends-external], approval: none}");

        Assert.Equal(
            ["Whoever writes what read_ticket reads can send what crm holds out through send_email"],
            paths.Select(p => p.Title).Order(StringComparer.Ordinal));
        Assert.Contains("tool:repo/r/read_ticket <-calls- agent:repo/r/desk -calls-> tool:repo/r/send_email", paths.Select(Shape));
    }

    [Fact]
    public void Approval_cuts_the_path_at_the_tool() =>
        Assert.Empty(Paths(Desk + "\ntool:repo/r/send_email {capabilities: [sends-external], approval: required}"));

    [Fact]
    public void Approval_of_the_reading_tool_cuts_the_way_to_the_data() =>
        Assert.Empty(Paths("""
            agent:repo/r/desk -calls-> tool:repo/r/read_ticket
            agent:repo/r/desk -calls-> tool:repo/r/find_customer
            tool:repo/r/read_ticket {capabilities: [reads-untrusted]}
            tool:repo/r/find_customer {approval: required}
            tool:repo/r/find_customer -reads-> data-store:postgresql/db.acme.com/crm
            data-store:postgresql/db.acme.com/crm {sensitivity: [personal]}
            """));

    [Fact]
    public void Story_of_the_key_in_history_that_opens_a_production_workflow()
    {
        var paths = Paths("""
            repository:acme/ml {visibility: public}
            application:repo/acme/ml -defined-in-> repository:acme/ml
            secret:aws-access-key/ab12 {fingerprint: ab12, variable: AWS_KEY, location: history, validity: unverified}
            secret:aws-access-key/ab12 -defined-in-> application:repo/acme/ml
            secret:repo/acme/ml/env/AWS_KEY {variable: AWS_KEY}
            pipeline:repo/acme/ml/deploy.yml/deploy {environment: production}
            pipeline:repo/acme/ml/deploy.yml/deploy -authenticates-with-> secret:repo/acme/ml/env/AWS_KEY
            pipeline:repo/acme/ml/deploy.yml/deploy -runs-as-> identity:aws/1/role/deploy
            identity:aws/1/role/deploy -can-read-> data-store:s3/patients
            """);

        Assert.Equal(
            [
                "secret:aws-access-key/ab12 <-authenticates-with- pipeline:repo/acme/ml/deploy.yml/deploy",
                "secret:aws-access-key/ab12 <-authenticates-with- pipeline:repo/acme/ml/deploy.yml/deploy -runs-as-> identity:aws/1/role/deploy -can-read-> data-store:s3/patients",
            ],
            paths.Select(Shape).Order(StringComparer.Ordinal));
        Assert.Equal("Whoever finds the key ab12 can read patients", paths.Single(p => p.Steps.Count == 3).Title);
    }

    [Fact]
    public void A_leaked_key_of_a_provider_spends_its_owners_money() =>
        Assert.Equal(
            ["Whoever finds the key ab12 can spend money at openai"],
            Paths("""
                repository:acme/ml
                secret:openai/ab12 {fingerprint: ab12, location: tree, provider: openai}
                secret:openai/ab12 -grants-> ai-service:openai
                secret:openai/ab12 -defined-in-> repository:acme/ml
                """).Select(p => p.Title));

    [Theory]
    [InlineData("visibility: private", "validity: live")]
    [InlineData("visibility: public", "validity: dead")]
    [InlineData("visibility: public", "placeholder: true")]
    public void A_key_that_strangers_cannot_use_starts_no_path(string visibility, string state) =>
        Assert.Empty(Paths($$"""
            repository:acme/ml { {{visibility}}}
            secret:openai/ab12 {fingerprint: ab12, location: tree, {{state}}}
            secret:openai/ab12 -grants-> ai-service:openai
            secret:openai/ab12 -defined-in-> repository:acme/ml
            """.Replace("{ ", "{", StringComparison.Ordinal)));

    [Fact]
    public void Story_of_the_open_bucket_that_a_model_learns_from()
    {
        var path = Assert.Single(Paths("""
            internet:anyone -can-write-> data-store:s3/churn-events
            model:repo/acme/ml/churn-model -produced-by-> pipeline:repo/acme/ml/train.py
            pipeline:repo/acme/ml/train.py -reads-> data-store:s3/churn-events
            model-endpoint:aws/1/churn -serves-> model:repo/acme/ml/churn-model
            """));

        Assert.Equal("Anyone on the Internet can change what churn-model learns", path.Title);
        Assert.Equal("internet:anyone -can-write-> data-store:s3/churn-events <-trained-on- model:repo/acme/ml/churn-model", Shape(path));
    }

    [Fact]
    public void Reading_a_bucket_does_not_change_what_a_model_learns_from_it() =>
        Assert.Empty(Paths("""
            internet:anyone -can-read-> data-store:s3/churn-events
            model:repo/acme/ml/churn-model -trained-on-> data-store:s3/churn-events
            """));

    [Theory]
    [InlineData("owned-by")]
    [InlineData("guarded-by")]
    [InlineData("evaluated-on")]
    public void Relations_that_mean_nothing_to_an_attacker_carry_no_path(string relation) =>
        Assert.Empty(Paths($$"""
            internet:anyone -{{relation}}-> data-store:s3/x
            data-store:s3/x {sensitivity: [personal]}
            """));

    [Fact]
    public void Ways_of_the_same_shape_to_the_same_end_are_one_story() =>
        Assert.Equal(
            ["internet:anyone -reaches-> application:repo/r/a -can-read-> data-store:s3/x"],
            Paths("""
                internet:anyone -reaches-> application:repo/r/a
                internet:anyone -reaches-> application:repo/r/b
                application:repo/r/a -can-read-> data-store:s3/x
                application:repo/r/b -can-read-> data-store:s3/x
                data-store:s3/x {sensitivity: [health]}
                """).Select(Shape));

    [Fact]
    public void What_only_tests_is_further_away()
    {
        static int Score(string scope) => Assert.Single(Paths($$"""
            application:repo/r/a {authentication: none, scope: {{scope}}}
            internet:anyone -reaches-> application:repo/r/a
            application:repo/r/a -can-read-> data-store:s3/x
            data-store:s3/x {sensitivity: [health]}
            """)).Score;

        Assert.True(Score("product") > Score("example"));
    }

    [Fact]
    public void An_application_wired_to_the_production_database_is_one_chain() =>
        Assert.Contains(
            "internet:anyone -reaches-> workload:repo/acme/shop/compose.prod.yaml/web -reads-> data-store:repo/acme/shop/postgresql/prod-db/app",
            Paths("""
                repository:acme/shop
                internet:anyone -reaches-> workload:repo/acme/shop/compose.prod.yaml/web @compose.prod.yaml
                workload:repo/acme/shop/compose.prod.yaml/web -built-from-> application:repo/acme/shop @compose.prod.yaml
                application:repo/acme/shop -reads-> data-store:repo/acme/shop/postgresql/prod-db/app @app.py
                application:repo/acme/shop -uses-> model:openai/gpt-4o @app.py
                data-store:repo/acme/shop/postgresql/prod-db/app {dataType: database} @app.py
                """).Select(Shape));

    [Fact]
    public void A_path_names_the_findings_whose_fix_breaks_it()
    {
        var map = Graph.Of("""
            internet:anyone -can-write-> data-store:s3/events
            model:repo/r/churn -trained-on-> data-store:s3/events
            application:repo/r/other -uses-> model:openai/gpt-4o
            """);
        Finding[] findings =
        [
            Finding("about-the-bucket", "data-store:s3/events"),
            Finding("about-another", "application:repo/r/other"),
            Finding("breaks-the-relation", "application:repo/r/other") with
            {
                Breaks = [(WellKnown.Internet, RelationKind.CanWrite, WellKnown.Bucket("s3", "events"))],
            },
        ];

        Assert.Equal(["breaks-the-relation"], Assert.Single(Prioritizer.Run(map, findings).Paths).Breaks);
    }

    private static Finding Finding(string id, string asset) =>
        new(id, id, id, Severity.High, AssetId.TryParse(asset, out var parsed) ? parsed : default, id);
}
