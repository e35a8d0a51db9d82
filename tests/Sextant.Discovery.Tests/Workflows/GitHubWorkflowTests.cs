using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Workflows;

public sealed class GitHubWorkflowTests
{
    private const string Token = "identity:github-actions/acme/app/.github/workflows/x.yml";
    private const string Jobs = "repo/acme/app/.github/workflows/x.yml";

    private static AssetMap Workflow(string text) => new ConfigurationTree()
        .With(".github/workflows/x.yml", text).With("ml/train.py", "").With("ml/pkg/eval.py", "").With("scripts/go.sh", "").Map();

    [Fact]
    public void A_training_job_runs_files_moves_data_and_takes_on_a_role()
    {
        var map = Workflow("""
            on:
              schedule: [{cron: "0 1 * * *"}]
              workflow_dispatch:
            permissions: { contents: read, id-token: write }
            env: { ROLE: "arn:aws:iam::123456789012:role/ml/retrain" }
            jobs:
              train:
                environment: production
                defaults: { run: { working-directory: ml } }
                env: { WANDB_API_KEY: "${{ secrets.WANDB }}" }
                steps:
                  - uses: actions/checkout@v4
                  - uses: aws-actions/configure-aws-credentials@v4
                    with: { role-to-assume: "${{ env.ROLE }}" }
                  - run: |
                      aws s3 sync s3://acme-data/raw ./data
                      PYTHONPATH=. python train.py --out s3://acme-models/new
                      python -m pkg.eval && aws s3 cp out.bin s3://acme-registry/x
                  - run: ../scripts/go.sh "$A"
            """);
        Assert.Equal([$"pipeline:{Jobs}/train"], map.Ids(AssetKind.Pipeline));
        Assert.Equal("schedule", map.Facet($"pipeline:{Jobs}/train", "trigger"));
        Assert.Equal("ml/pkg/eval.py, ml/train.py, scripts/go.sh", map.Facet($"pipeline:{Jobs}/train", "runs"));
        Assert.Equal("contents:read, id-token:write", map.Facet($"pipeline:{Jobs}/train", "permissions"));
        Assert.Equal("production", map.Facet($"pipeline:{Jobs}/train", "environment"));
        Assert.Equal("version", map.Facet($"pipeline:{Jobs}/train", "pinned"));
        Assert.Equal([$"pipeline:{Jobs}/train > data-store:s3/acme-data"], map.Relations(RelationKind.Reads));
        Assert.Equal([$"pipeline:{Jobs}/train > data-store:s3/acme-models", $"pipeline:{Jobs}/train > data-store:s3/acme-registry"], map.Relations(RelationKind.Writes));
        Assert.Equal([$"pipeline:{Jobs}/train > identity:aws/123456789012/role/retrain", $"pipeline:{Jobs}/train > {Token}"], map.Relations(RelationKind.RunsAs));
        Assert.Equal([$"pipeline:{Jobs}/train > secret:repo/acme/app/env/WANDB"], map.Relations(RelationKind.AuthenticatesWith));
        Assert.Equal("WANDB_API_KEY", map.Facet("secret:repo/acme/app/env/WANDB", "variable"));
    }

    [Fact]
    public void An_agent_in_a_pipeline_acts_on_what_strangers_write()
    {
        var map = Workflow("""
            on: [issue_comment, push]
            jobs:
              triage:
                permissions: write-all
                steps:
                  - uses: anthropics/claude-code-action@0123456789012345678901234567890123456789
                    with:
                      anthropic_api_key: ${{ secrets.ANTHROPIC_API_KEY }}
                      prompt: "Answer ${{ github.event.issue.title }}"
                      claude_args: "--allowedTools Bash(git diff:*),Edit --model claude-opus-4-7"
                  - run: echo "${{ github.event.comment.body }}" && claude --dangerously-skip-permissions -p "fix it"
            """);
        const string agent = $"agent:{Jobs}/triage/claude-code";
        Assert.Equal([agent], map.Ids(AssetKind.Agent));
        Assert.Equal("github.event.issue.title, issue comments", map.Facet(agent, "untrustedInputs"));
        Assert.Equal("auto-approve", map.Facet(agent, "autonomy"));
        Assert.Equal("true", map.Facet(agent, "privileged"));
        Assert.Equal("Bash(git diff:*), Edit", map.Facet(agent, "permissions"));
        Assert.Equal("executes-code, reads-private, reads-untrusted, sends-external, writes", map.Facet(agent, "capabilities"));
        Assert.Equal("untrusted-pull-request", map.Facet($"pipeline:{Jobs}/triage", "trigger"));
        Assert.Equal("github.event.comment.body", map.Facet($"pipeline:{Jobs}/triage", "untrustedInputs"));
        Assert.Equal("digest", map.Facet($"pipeline:{Jobs}/triage", "pinned"));
        Assert.Contains($"{agent} > {Token}", map.Relations(RelationKind.RunsAs));
        Assert.Contains($"{agent} > secret:repo/acme/app/env/ANTHROPIC_API_KEY", map.Relations(RelationKind.AuthenticatesWith));
        Assert.Equal([$"{agent} > ai-service:anthropic", $"{agent} > model:anthropic/claude-opus-4-7", $"pipeline:{Jobs}/triage > {agent}"], map.Relations(RelationKind.Uses));
    }

    [Fact]
    public void Absent_permissions_are_unknown() => Assert.Null(Workflow("on: push\njobs: {a: {steps: [{run: ls}]}}").Facet($"pipeline:{Jobs}/a", "permissions"));
}
