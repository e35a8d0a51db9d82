using Sextant.Documents;

namespace Sextant.Discovery.Flows;

/// <summary>Reads flows that are declared: applications of Dify, prompt flows of Azure, agents of Copilot Studio.</summary>
internal sealed class DeclaredReader(FlowNodeCatalog catalog)
{
    private const int MaxNodes = 1_000;

    private static readonly FlowNodeType Agent = new("agent", [], null);
    private static readonly FlowNodeType Chain = new("chain", [], null);
    private static readonly FlowNodeType Tool = new("tool", [], null);
    private static readonly FlowNodeType Store = new("vector-store", [], null);

    /// <summary>The flow of a document; null if it is none.</summary>
    /// <param name="root">The document.</param>
    /// <param name="fallback">The name of what has none: the file's.</param>
    public Flow? Read(DocumentNode root, string fallback)
    {
        if (root["kind"].Text == "app" && root["app"].IsMap)
            return Dify(root, root["app"]["name"].TextOrNull ?? fallback);
        if (root["kind"].Text == "GptComponentMetadata")
            return Copilot(root, root["displayName"].TextOrNull ?? fallback);
        return root["nodes"].IsList && root["outputs"].IsMap && root["nodes"].Items.Any(n => n["source"].IsMap && n["inputs"].IsMap) ? Promptflow(root) : null;
    }

    private Flow Dify(DocumentNode root, string name)
    {
        var nodes = new List<FlowNode>();
        var edges = new List<(string From, string To)>();
        var configuration = root["model_config"];
        if (configuration["model"].IsMap)
        {
            var isAgent = configuration["agent_mode"]["enabled"].Flag == true || root["app"]["mode"].Text == "agent-chat";
            nodes.Add(Modelled(new FlowNode("app", name, isAgent ? Agent : Chain, configuration.Line) { Prompt = configuration["pre_prompt"].TextOrNull }, configuration["model"]));
            foreach (var tool in configuration["agent_mode"]["tools"].Items.Where(t => t["enabled"].Flag != false && t["tool_name"].TextOrNull is { Length: > 0 }).Take(MaxNodes))
                nodes.Add(new FlowNode($"tool {nodes.Count}", tool["tool_name"].Text, Tool, tool.Line));
            foreach (var dataset in configuration["dataset_configs"]["datasets"]["datasets"].Items.Take(MaxNodes))
                nodes.Add(new FlowNode($"dataset {nodes.Count}", dataset["dataset"]["id"].TextOrNull ?? "dataset", Store, dataset.Line));
            edges.AddRange(nodes.Skip(1).Select(n => (n.Id, "app")));
        }

        var graph = root["workflow"]["graph"];
        foreach (var node in graph["nodes"].Items.Take(MaxNodes))
        {
            var data = node["data"];
            if (catalog.Find("dify", data["type"].Text) is not { } type)
                continue;
            var id = node["id"].Text;
            var model = data["model"].IsMap ? data["model"] : data["agent_parameters"]["model"]["value"];
            var prompt = data["prompt_template"].Items.Where(p => p["role"].Text == "system").Select(p => p["text"].TextOrNull).FirstOrDefault() ?? data["agent_parameters"]["instruction"]["value"].TextOrNull;
            nodes.Add(Modelled(new FlowNode(id, data["title"].TextOrNull ?? data["type"].Text, type, node.Line) { Prompt = prompt }, model));
            foreach (var tool in data["agent_parameters"]["tools"]["value"].Items.Where(t => t["enabled"].Flag != false && t["tool_name"].TextOrNull is { Length: > 0 }).Take(MaxNodes))
            {
                nodes.Add(new FlowNode($"{id} tool {nodes.Count}", tool["tool_name"].Text, Tool, tool.Line));
                edges.Add((nodes[^1].Id, id));
            }
        }

        edges.AddRange(graph["edges"].Items.Take(MaxNodes * 4).Select(e => (e["source"].Text, e["target"].Text)));
        return new Flow("dify", nodes, edges);
    }

    private FlowNode Modelled(FlowNode node, DocumentNode model)
    {
        var provider = model["provider"].Text;
        // langgenius/openai/openai: the plugin's owner, the plugin, the provider.
        return node with { Provider = catalog.Provider(provider[(provider.LastIndexOf('/') + 1)..]), Model = (model["name"].TextOrNull ?? model["model"].TextOrNull) is { Length: > 0 and <= 200 } name ? name : null };
    }

    private Flow Promptflow(DocumentNode root)
    {
        var nodes = new List<FlowNode>();
        foreach (var node in root["nodes"].Items.Where(n => n["type"].Text is "llm" or "prompt").Take(MaxNodes))
        {
            var connection = node["connection"].TextOrNull;
            nodes.Add(new FlowNode(node["name"].Text, node["name"].Text, Chain, node.Line)
            {
                Provider = node["provider"].TextOrNull is { } provider ? catalog.Provider(provider) : null,
                Model = node["inputs"]["deployment_name"].TextOrNull is { Length: > 0 } deployment && !deployment.Contains("${", StringComparison.Ordinal) ? deployment : node["inputs"]["model"].TextOrNull is { Length: > 0 } model ? model : null,
                Credentials = connection is { Length: > 0 } ? [connection] : [],
            });
        }

        return new Flow("promptflow", nodes, []);
    }

    private static Flow Copilot(DocumentNode root, string name)
    {
        var capabilities = new List<string>();
        if (root["gptCapabilities"]["webBrowsing"].Flag == true)
            capabilities.Add("reads-untrusted");
        if (root["gptCapabilities"]["codeInterpreter"].Flag == true)
            capabilities.Add("executes-code");
        var agent = new FlowNode("agent", name, Agent with { Capabilities = capabilities }, root.Line) { Prompt = root["instructions"].TextOrNull };
        return new Flow("copilot-studio", [agent], []);
    }
}
