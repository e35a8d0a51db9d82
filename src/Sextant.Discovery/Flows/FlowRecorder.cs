using Sextant.Discovery.Code.Recognition;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Flows;

/// <summary>Records a flow: its agents with their models, tools, prompts, stores and servers, and the credentials it refers to by name.</summary>
internal sealed class FlowRecorder(InspectedFile file, Flow flow)
{
    private const int MaxName = 100;

    private readonly Dictionary<string, FlowNode> _nodes = flow.Nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);

    public void Record()
    {
        foreach (var node in flow.Nodes)
        {
            switch (node.Type.Kind)
            {
                case "agent":
                    Agent(node);
                    break;
                case "chain":
                    Used(node);
                    break;
                case "vector-store":
                    Store(node);
                    break;
            }

            foreach (var credential in node.Credentials)
                Credential(node, credential);
        }

        // A model that serves no agent is used by the application.
        foreach (var node in flow.Nodes.Where(n => n.Type.Kind is "model" && !Served(n).Any(s => s.Type.Kind == "agent")))
            Used(node);
    }

    private void Agent(FlowNode node)
    {
        var id = Id(AssetKind.Agent, node);
        var evidence = At(node, $"{node.Name} is an agent of a flow of {flow.Platform}");
        var inputs = flow.Nodes.Select(n => n.Type.Untrusted).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        file.Asset(id, Name(node), evidence, new Facets { { "framework", flow.Platform }, { "untrustedInputs", inputs }, { "capabilities", node.Type.Capabilities } });
        file.Relate(id, RelationKind.DefinedIn, file.Application, $"{node.Name} is defined in this flow.", evidence);
        Prompt(node, id);
        if (Model(node) is { } own)
            file.Relate(id, RelationKind.Uses, own, $"{node.Name} thinks with it.", evidence);
        foreach (var part in Parts(node))
            Part(node, id, part);
    }

    private void Part(FlowNode agent, AssetId id, FlowNode part)
    {
        var evidence = At(part, $"{part.Name} serves {agent.Name}");
        switch (part.Type.Kind)
        {
            case "model":
                if (Model(part) is { } model)
                    file.Relate(id, RelationKind.Uses, model, $"{agent.Name} thinks with it.", evidence);
                break;
            case "tool":
                file.Relate(id, RelationKind.Calls, Tool(part), $"{agent.Name} may call {part.Name}.", evidence);
                break;
            case "vector-store":
                file.Relate(id, RelationKind.RetrievesFrom, Id(AssetKind.VectorStore, part), $"{agent.Name} searches {part.Name}.", evidence);
                break;
            case "agent":
                file.Relate(id, RelationKind.DelegatesTo, Id(AssetKind.Agent, part), $"{agent.Name} may hand work to {part.Name}.", evidence);
                break;
            case "mcp":
                file.Relate(id, RelationKind.Uses, Server(part), $"{agent.Name} may call its tools.", evidence);
                break;
        }
    }

    private AssetId Tool(FlowNode node)
    {
        var id = Id(AssetKind.Tool, node);
        var evidence = At(node, $"{node.Name} is a tool of a flow");
        file.Asset(id, Name(node), evidence, new Facets { { "framework", flow.Platform }, { "capabilities", node.Type.Capabilities }, { "approval", node.NeedsApproval == true ? "required" : "none" } });
        file.Relate(id, RelationKind.DefinedIn, file.Application, $"{node.Name} is defined in this flow.", evidence);
        return id;
    }

    private void Store(FlowNode node)
    {
        var id = Id(AssetKind.VectorStore, node);
        var evidence = At(node, $"{node.Name} is a vector store of a flow");
        file.Asset(id, Name(node), evidence);
        file.Relate(id, RelationKind.DefinedIn, file.Application, $"{node.Name} is defined in this flow.", evidence);
        foreach (var embedding in Parts(node).Where(p => p.Type.Kind == "embedding"))
        {
            if (Model(embedding) is { } model)
                file.Relate(id, RelationKind.EmbedsWith, model, $"{node.Name} embeds with it.", At(embedding, $"{embedding.Name} embeds"));
        }
    }

    private void Used(FlowNode node)
    {
        Prompt(node, null);
        foreach (var model in Parts(node).Where(p => p.Type.Kind == "model").Append(node).Select(Model).OfType<AssetId>())
            file.Relate(file.Application, RelationKind.Uses, model, $"{node.Name} calls it.", At(node, $"{node.Name} calls a model"));
    }

    private AssetId? Model(FlowNode node)
    {
        if (node is not { Provider: { } provider, Model: { } name })
            return null;
        var evidence = At(node, $"{node.Name} names the model {Excerpt.OneLine(name, MaxName)}");
        var model = file.Asset(WellKnown.Model(provider, name), name, evidence, new Facets { { "modelType", node.Type.Kind == "embedding" ? "embedding" : "llm" }, { "provider", provider } });
        var service = file.Asset(WellKnown.AiService(provider), provider, evidence, new Facets { { "provider", provider }, { "hosting", provider == "ollama" ? "self-hosted" : "provider" } });
        file.Relate(service, RelationKind.Serves, model, $"{provider} serves {name}.", evidence);
        file.Relate(file.Application, RelationKind.Uses, service, $"{node.Name} calls {provider}.", evidence);
        return model;
    }

    private AssetId Server(FlowNode node)
    {
        var evidence = At(node, $"{node.Name} connects to an MCP server");
        if (node.Url is { } url && WebAddress.TryParse(url, out var web))
            return file.Asset(AssetId.Of(AssetKind.McpServer, "url", web.Host), web.Host, evidence, new Facets { { "transport", "http" } });
        return file.Asset(Id(AssetKind.McpServer, node), Name(node), evidence);
    }

    private void Prompt(FlowNode node, AssetId? agent)
    {
        if (node.Prompt is not { Length: > 2 } text)
            return;
        var evidence = At(node, $"prompt of {text.Length} characters");
        var id = file.Asset(Id(AssetKind.Prompt, node), Name(node), evidence);
        file.Tree.Recorder.Asset(id, Name(node), evidence, ("fingerprint", StableHash.Hex(text)), ("length", (double)text.Length));
        file.Relate(id, RelationKind.DefinedIn, file.Application, $"{node.Name} is defined in this flow.", evidence);
        if (agent is { } holder)
            file.Relate(holder, RelationKind.PromptedBy, id, $"{node.Name} is instructed by it.", evidence);
    }

    private void Credential(FlowNode node, string name)
    {
        var plain = Excerpt.OneLine(name, MaxName);
        var evidence = At(node, $"{node.Name} uses the credential {plain}");
        var secret = file.Asset(file.Tree.Local(AssetKind.Secret, flow.Platform, plain), plain, evidence, new Facets { { "variable", plain }, { "provider", node.Provider } });
        file.Relate(file.Application, RelationKind.AuthenticatesWith, secret, $"{node.Name} uses it.", evidence);
        if (node.Provider is { } provider)
            file.Relate(secret, RelationKind.Grants, file.Asset(WellKnown.AiService(provider), provider, evidence, new Facets { { "provider", provider } }), $"{plain} is a key of {provider}.", evidence);
    }

    private IEnumerable<FlowNode> Parts(FlowNode node) =>
        flow.Edges.Where(e => e.To == node.Id).Select(e => _nodes.GetValueOrDefault(e.From)).OfType<FlowNode>().Where(n => n != node).Distinct();

    private IEnumerable<FlowNode> Served(FlowNode node) => flow.Edges.Where(e => e.From == node.Id).Select(e => _nodes.GetValueOrDefault(e.To)).OfType<FlowNode>();

    private AssetId Id(AssetKind kind, FlowNode node) => file.Tree.Local(kind, Sightings.Stem(file.Path), Name(node));

    private static string Name(FlowNode node) => Excerpt.OneLine(node.Name.Length > 0 ? node.Name : node.Id, MaxName);

    private Evidence At(FlowNode node, string detail) => file.At(node.Line, detail);
}
