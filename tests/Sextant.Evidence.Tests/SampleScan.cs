using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

/// <summary>A small invented estate with something of everything that a report shows.</summary>
internal static class SampleScan
{
    public static readonly AssetId Agent = AssetId.Of(AssetKind.Agent, "repo/acme/support/agents", "ops_agent");
    public static readonly AssetId Mail = AssetId.Of(AssetKind.Tool, "repo/acme/support/tools", "send_mail");
    public static readonly AssetId Database = AssetId.Of(AssetKind.DataStore, "postgresql/db.acme.example/customers");
    public static readonly AssetId Llama = WellKnown.Model("huggingface", "meta-llama/Llama-3.1-8B-Instruct");
    public static readonly AssetId Tickets = AssetId.Of(AssetKind.Dataset, "huggingface/acme/tickets");
    public static readonly AssetId Endpoint = AssetId.Of(AssetKind.ModelEndpoint, "repo/acme/compose.yaml/vllm");
    public static readonly AssetId Key = AssetId.Of(AssetKind.Secret, "openai-key/0f3a9c1e");
    public static readonly AssetId Mcp = AssetId.Of(AssetKind.McpServer, "npm/@acme/crm-mcp");
    public static readonly AssetId Application = AssetId.Of(AssetKind.Application, "repo/acme/support");

    public static ScanResult Result { get; } = Create();

    private static ScanResult Create()
    {
        var findings = Findings();
        return new ScanResult(["./acme"], SampleMap.Create(), findings, Paths(), SampleCoverage(), new ToolInfo("Sextant", "0.1.0", "3/9f2c41aa", "210/77ab01cd"))
        {
            NotAssessed =
            [
                new NotAssessed("model-endpoint-without-authentication", Endpoint, "no configuration of the proxy in front of it was read"),
                new NotAssessed("agent-without-guardrail", Agent, "guardrails are decided at run time"),
            ],
            Suppressed =
            [
                new SuppressedFinding(
                    new Finding("secret-in-code-77aa", "secret-in-code", "Credential in the clear", Severity.High, Key, "77aa77aa77aa77aa")
                    {
                        Score = 61,
                        Why = ["An OpenAI key stands in the clear in a test."],
                        Evidence = [At("tests/fixtures/keys.py", 3, "OPENAI_API_KEY = \"sk-…\" (fingerprint 0f3a9c1e)")],
                    },
                    "Revoked in March, kept to test the scanner",
                    ".sextantignore:4"),
            ],
            Tallies =
            [
                new RuleTally("agent-sends-private-data-unapproved", 1, 0, 0),
                new RuleTally("agent-without-guardrail", 0, 2, 1),
                new RuleTally("model-endpoint-without-authentication", 0, 0, 1),
                new RuleTally("model-loads-code", 1, 4, 0),
                new RuleTally("secret-in-code", 0, 0, 0),
            ],
            Rules = Rules(),
            Time = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
        };
    }

    public static Map.Evidence At(string path, int line, string detail, Confidence confidence = Confidence.Certain) =>
        new("inspect:python", path, line, detail, confidence);

    private static Finding[] Findings() =>
    [
        new("agent-sends-private-data-unapproved-1a2b", "agent-sends-private-data-unapproved", "Agent reads sensitive data and can send it outside without human approval", Severity.Critical, Agent, "1a2b3c4d5e6f7788")
        {
            Score = 92,
            Factors =
            [
                new ScoreFactor("severity", 40, "the rule is critical after raising"),
                new ScoreFactor("sensitivity", 22, "customers holds personal and financial data"),
                new ScoreFactor("reachability", 20, "strangers write the mails that it reads"),
                new ScoreFactor("blast radius", 10, "3 assets are reached"),
            ],
            Related = [Mail, Database],
            Why =
            [
                "ops_agent reads customers and may call send_mail, which sends outside; nobody approves the call.",
                "untrusted input completes the trifecta (listen, read, send)",
            ],
            Evidence = [At("support/agents.py", 12, "Agent(name=\"ops_agent\", tools=[send_mail])"), At("support/tools.py", 31, "def send_mail(to, body):")],
            Frameworks = ["mitre-atlas:AML.T0086", "owasp-agentic:ASI02", "owasp-llm:LLM06"],
            Remediation = ["Require approval for send_mail, or restrict its recipients.", "Give ops_agent a view without personal columns."],
            Effort = "minutes",
            Breaks = [(Agent, RelationKind.Calls, Mail), (Agent, RelationKind.CanRead, Database)],
            Path = [Agent, Mail, Database],
        },
        new("model-loads-code-9c9c", "model-loads-code", "Loading the model runs code that its publisher wrote", Severity.Medium, Llama, "9c9c0d0d1e1e2f2f")
        {
            Score = 48,
            Factors = [new ScoreFactor("severity", 30, "the rule is medium"), new ScoreFactor("exploitability", 18, "the revision floats")],
            Why = ["Llama-3.1-8B-Instruct is loaded with trust_remote_code and without a pinned revision."],
            Evidence = [At("support/train.py", 8, "AutoModel.from_pretrained(\"meta-llama/Llama-3.1-8B-Instruct\", trust_remote_code=True)")],
            Frameworks = ["cwe:CWE-829", "owasp-llm:LLM03"],
            Remediation = ["Pin a commit and drop trust_remote_code."],
            Effort = "minutes",
        },
        new("ai-service-unapproved-5f5f", "ai-service-unapproved", "AI service in use without approval", Severity.Low, WellKnown.AiService("openai"), "5f5f5f5f5f5f5f5f")
        {
            Score = 12,
            Why = ["OpenAI is called by support, and nobody approved it."],
            Evidence = [new Map.Evidence("classify:approval", "", 0, "no approval in sextant.yaml", Confidence.Likely)],
            Remediation = ["Approve or remove it."],
            Effort = "hours",
        },
    ];

    private static AttackPath[] Paths() =>
    [
        new("path-01", "Anybody on the Internet can have customer data mailed out", 88,
        [
            new PathStep(WellKnown.Internet, RelationKind.Reaches, Application, true, "Anybody can write to the support form."),
            new PathStep(Application, RelationKind.DefinedIn, Agent, false, "The form's text is given to ops_agent."),
            new PathStep(Agent, RelationKind.CanRead, Database, true, "ops_agent may read customers."),
        ], ["agent-sends-private-data-unapproved-1a2b"]),
        new("path-02", "Anybody on the Internet can misuse the self-hosted model", 55,
        [
            new PathStep(WellKnown.Internet, RelationKind.Reaches, Endpoint, true, "Port 8000 is published on all addresses."),
            new PathStep(Endpoint, RelationKind.Serves, Llama, true, "vllm serves the model."),
        ], ["model-loads-code-9c9c"]),
        new("path-03", "Who reads the test fixtures can spend on the OpenAI account", 34,
        [
            new PathStep(Application, RelationKind.AuthenticatesWith, Key, true, "support reads OPENAI_API_KEY."),
            new PathStep(Key, RelationKind.Grants, WellKnown.AiService("openai"), true, "The key opens the account."),
        ], []),
    ];

    private static RuleInfo[] Rules() =>
    [
        new("agent-sends-private-data-unapproved", "Agent reads sensitive data and can send it outside without human approval", Severity.High,
            "An agent that reads private data and may send without approval leaks it as soon as somebody talks it into it.",
            ["Require approval for the sending tool, or restrict its recipients."],
            ["mitre-atlas:AML.T0086", "owasp-agentic:ASI02", "owasp-llm:LLM06"]),
        new("model-loads-code", "Loading the model runs code that its publisher wrote", Severity.Medium,
            "With trust_remote_code the repository of a model runs Python on whoever loads it.", ["Pin a commit and drop trust_remote_code."], ["cwe:CWE-829", "owasp-llm:LLM03"]),
        new("model-endpoint-without-authentication", "Model endpoint without authentication", Severity.High, "", [], []),
    ];

    private static Coverage SampleCoverage() => new(
        120, 100, 345_678, 41, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["ignored"] = 15, ["too large"] = 5 }, 33, 210,
        ["infra/main.tf: line 4 is not HCL; repair the file and scan again"]);
}
