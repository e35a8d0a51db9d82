using Sextant.Map;
using static Sextant.Evidence.Tests.SampleScan;

namespace Sextant.Evidence.Tests;

/// <summary>The map of the sample: several kinds, a conflict, and a gap.</summary>
internal static class SampleMap
{
    public static AssetMap Create()
    {
        var map = new MapBuilder();
        AddAgent(map);
        AddModels(map);
        AddSurroundings(map);
        map.Record(new Gap("collect:tree", "infra/main.tf", "not HCL"));
        return map.Build();
    }

    private static void AddAgent(MapBuilder map)
    {
        var agent = At("support/agents.py", 12, "Agent(name=\"ops_agent\", tools=[send_mail])");
        map.Asset(Application, "support", At("support/pyproject.toml", 2, "name = \"support\""), ("language", "python"), ("exposure", "internet"));
        map.Asset(Agent, "ops_agent", agent, ("framework", "langgraph"), ("autonomy", "auto-approve"), ("capabilities", new[] { "reads-untrusted" }));
        map.Asset(Agent, "ops_agent", At("support/README.md", 40, "a human approves", Confidence.Possible), ("autonomy", "human-approval"));
        map.Asset(Mail, "send_mail", At("support/tools.py", 31, "def send_mail(to, body):"), ("capabilities", new[] { "sends-external" }), ("approval", "none"));
        map.Asset(Database, "customers", At("support/db.py", 4, "postgresql://db.acme.example/customers"), ("dataType", "database"), ("sensitivity", new[] { "personal", "financial" }));
        var prompt = map.Asset(AssetId.Of(AssetKind.Prompt, "repo/acme/support/agents", "system"), "system", agent, ("variables", new[] { "mail" }));
        map.Relate(Agent, RelationKind.Calls, Mail, "ops_agent holds send_mail among its tools.", agent);
        map.Relate(Agent, RelationKind.CanRead, Database, "Its tool query_customers reads the table.", At("support/db.py", 9, "SELECT * FROM customers"));
        map.Relate(Agent, RelationKind.PromptedBy, prompt, "The agent is built with this prompt.", agent);
        map.Relate(Agent, RelationKind.DefinedIn, Application, "The file belongs to support.", agent);
        map.Relate(Agent, RelationKind.Uses, WellKnown.Model("openai", "gpt-4o"), "model=\"gpt-4o\"", agent);
    }

    private static void AddModels(MapBuilder map)
    {
        var serve = At("compose.yaml", 7, "command: vllm serve meta-llama/Llama-3.1-8B-Instruct");
        map.Asset(Llama, "Llama-3.1-8B-Instruct", At("support/train.py", 8, "from_pretrained"), ("modelType", "llm"), ("licence", "llama3.1"), ("trustRemoteCode", true), ("provider", "Meta"));
        map.Asset(WellKnown.Model("openai", "gpt-4o"), "gpt-4o", At("support/agents.py", 12, "model=\"gpt-4o\""), ("modelType", "llm"), ("tasks", new[] { "chat", "tool-use" }));
        map.Asset(Tickets, "acme/tickets", At("support/train.py", 15, "load_dataset(\"acme/tickets\")"), ("sensitivity", new[] { "personal" }), ("licence", "CC-BY-4.0"));
        map.Asset(Endpoint, "vllm", serve, ("hosts", new[] { "vllm:8000" }), ("hosting", "self-hosted"), ("ports", new[] { "8000" }));
        map.Asset(WellKnown.AiService("openai"), "OpenAI", At("support/agents.py", 1, "import openai"), ("provider", "openai"), ("hosting", "provider"), ("authentication", "key"));
        map.Relate(Llama, RelationKind.TrainedOn, Tickets, "train.py fine-tunes on it.", At("support/train.py", 15, "load_dataset"));
        map.Relate(Endpoint, RelationKind.Serves, Llama, "vllm serves the model.", serve);
        map.Relate(WellKnown.AiService("openai"), RelationKind.Serves, WellKnown.Model("openai", "gpt-4o"), "OpenAI offers it.", At("support/agents.py", 12, "gpt-4o"));
        map.Relate(WellKnown.Internet, RelationKind.Reaches, Endpoint, "Port 8000 is published on all addresses.", At("compose.yaml", 9, "8000:8000"));
        map.Relate(WellKnown.Internet, RelationKind.Reaches, Application, "It is served on the Internet.", At("support/app.py", 5, "@app.post(\"/contact\")"));
    }

    private static void AddSurroundings(MapBuilder map)
    {
        var package = AssetId.Of(AssetKind.Package, "npm/@acme/crm-mcp");
        var requirements = At("support/requirements.txt", 3, "langgraph==0.6.1");
        map.Asset(AssetId.Of(AssetKind.Package, "pypi/langgraph"), "langgraph", requirements, ("version", "0.6.1"), ("packageType", "pypi"), ("licence", "mit"));
        map.Asset(package, "@acme/crm-mcp", At("package.json", 6, "\"@acme/crm-mcp\": \"2.0.0\""), ("version", "2.0.0"));
        map.Asset(Mcp, "crm-mcp", At(".mcp.json", 3, "npx @acme/crm-mcp"), ("transport", "http"), ("baseUrl", "https://crm.acme.example/mcp"), ("authentication", "none"));
        map.Asset(Key, "OPENAI_API_KEY", At("tests/fixtures/keys.py", 3, "sk-… (fingerprint 0f3a9c1e)"), ("keyType", "openai-key"), ("validity", "unverified"));
        map.Relate(Application, RelationKind.DependsOn, AssetId.Of(AssetKind.Package, "pypi/langgraph"), "requirements.txt names it.", requirements);
        map.Relate(Agent, RelationKind.Uses, Mcp, "The agent is connected to it.", At(".mcp.json", 3, "npx @acme/crm-mcp"));
        map.Relate(Mcp, RelationKind.Reads, Database, "Its tools read customers.", At("crm/server.ts", 20, "pool.query"));
        map.Relate(Application, RelationKind.OwnedBy, AssetId.Of(AssetKind.Owner, "github/acme/support-team"), "CODEOWNERS names the team.", At(".github/CODEOWNERS", 1, "* @acme/support-team"));
    }
}
