using Sextant.Documents;

namespace Sextant.Discovery.Flows;

/// <summary>Reads flows that are drawn as nodes and edges: n8n, Flowise, Langflow.</summary>
internal sealed class CanvasReader(FlowNodeCatalog catalog)
{
    private const int MaxNodes = 1_000;

    /// <summary>The flow of a document; null if it is none.</summary>
    public Flow? Read(DocumentNode root)
    {
        if (root["nodes"].IsList && root["connections"].IsMap)
            return N8n(root);
        if (root["data"]["nodes"].IsList)
            return Langflow(root["data"]);
        return root["nodes"].IsList && root["edges"].IsList ? Flowise(root) : null;
    }

    private Flow N8n(DocumentNode root)
    {
        var nodes = new List<FlowNode>();
        foreach (var node in root["nodes"].Items.Take(MaxNodes))
        {
            if (node["disabled"].Flag == true || catalog.Find("n8n", node["type"].Text) is not { } type)
                continue;
            var parameters = node["parameters"];
            nodes.Add(new FlowNode(node["name"].Text, node["name"].Text, type, node.Line)
            {
                Provider = catalog.Provider(node["type"].Text),
                Model = Fixed(parameters, "model", "modelName", "modelId"),
                Prompt = Instructions(parameters["options"]["systemMessage"].Exists ? parameters["options"] : parameters, "systemMessage", "text"),
                Credentials = [.. node["credentials"].Entries.Select(c => c.Value["name"].TextOrNull ?? c.Key.Text)],
                Url = parameters["sseEndpoint"].TextOrNull ?? parameters["endpointUrl"].TextOrNull,
                NeedsApproval = node["type"].Text.EndsWith("HitlTool", StringComparison.Ordinal) || parameters["operation"].Text == "sendAndWait" ? true : null,
            });
        }

        var edges = root["connections"].Entries.Take(MaxNodes).SelectMany(from => from.Value.Entries.SelectMany(kind => kind.Value.Items).SelectMany(l => l.Items)
            .Select(to => (from.Key.Text, to["node"].Text)));
        return new Flow("n8n", nodes, [.. edges.Take(MaxNodes * 4)]);
    }

    private Flow? Flowise(DocumentNode root)
    {
        var nodes = new List<FlowNode>();
        foreach (var node in root["nodes"].Items.Take(MaxNodes))
        {
            var data = node["data"];
            if (!data["inputs"].IsMap || catalog.Find("flowise", data["name"].Text) is not { } type)
                continue;
            var inputs = data["inputs"];
            nodes.Add(new FlowNode(node["id"].Text, data["label"].TextOrNull ?? data["name"].Text, type, node.Line)
            {
                Provider = catalog.Provider(type.Kind == "agent" ? inputs["agentModel"].Text : data["name"].Text),
                Model = Fixed(inputs, "modelName", "model", "deploymentName", "customModelName") ?? Fixed(inputs["agentModelConfig"], "modelName", "model"),
                Prompt = Instructions(inputs, "systemMessage", "systemMessagePrompt", "workerPrompt", "supervisorPrompt", "agentSystemMessage")
                    ?? inputs["agentMessages"].Items.Where(m => m["role"].Text == "system").Select(m => m["content"].TextOrNull).FirstOrDefault(),
                Credentials = data["credential"].TextOrNull is { Length: > 0 } ? [data["name"].Text] : [],
                NeedsApproval = inputs["requireHumanInput"].Flag == true || inputs["agentToolsBuiltInRequiresHumanInput"].Flag == true ? true : null,
            });
        }

        return nodes.Count == 0 ? null : new Flow("flowise", nodes, Edges(root));
    }

    private Flow? Langflow(DocumentNode root)
    {
        var nodes = new List<FlowNode>();
        foreach (var node in root["nodes"].Items.Take(MaxNodes))
        {
            var data = node["data"];
            var template = data["node"]["template"];
            if (!template.IsMap || catalog.Find("langflow", data["type"].Text) is not { } type)
                continue;
            nodes.Add(new FlowNode(node["id"].Text, data["node"]["display_name"].TextOrNull ?? data["type"].Text, type, node.Line)
            {
                Provider = catalog.Provider(template["agent_llm"]["value"].TextOrNull ?? template["provider"]["value"].TextOrNull ?? data["type"].Text),
                Model = Fixed(template["model_name"], "value") ?? Fixed(template["model"], "value"),
                Prompt = Instructions(template["system_prompt"], "value") ?? Instructions(template["system_message"], "value"),
                Credentials = [.. template.Entries.Where(e => e.Value["load_from_db"].Flag == true).Select(e => e.Value["value"].Text).Where(t => t.Length > 0)],
                Url = template["sse_url"]["value"].TextOrNull is { Length: > 0 } url ? url : null,
            });
        }

        return nodes.Count == 0 ? null : new Flow("langflow", nodes, Edges(root));
    }

    private static IReadOnlyList<(string From, string To)> Edges(DocumentNode root) =>
        [.. root["edges"].Items.Take(MaxNodes * 4).Select(e => (e["source"].Text, e["target"].Text))];

    // A name that stands there; one that is computed ("={{ $json.model }}") is not known.
    private static string? Fixed(DocumentNode map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            var text = map[key].TextOrNull ?? map[key]["value"].TextOrNull;
            if (text is { Length: > 0 and <= 200 } && !text.Contains("{{", StringComparison.Ordinal))
                return text.TrimStart('=');
        }

        return null;
    }

    private static string? Instructions(DocumentNode map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map[key].TextOrNull is { Length: > 2 } text)
                return text;
        }

        return null;
    }
}
