using Sextant.Discovery.Flows;
using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Flows;

/// <summary>Flows exported from platforms without code.</summary>
public sealed class FlowTests
{
    private const string N8n = """
        {"name": "Support", "nodes": [
          {"name": "Chat", "type": "@n8n/n8n-nodes-langchain.chatTrigger", "parameters": {"public": true}},
          {"name": "Helper", "type": "@n8n/n8n-nodes-langchain.agent", "parameters": {"options": {"systemMessage": "You help customers."}}},
          {"name": "GPT", "type": "@n8n/n8n-nodes-langchain.lmChatOpenAi", "parameters": {"model": {"__rl": true, "value": "gpt-4o", "mode": "list"}}, "credentials": {"openAiApi": {"id": "1", "name": "OpenAi account"}}},
          {"name": "Fetch", "type": "@n8n/n8n-nodes-langchain.toolHttpRequest", "parameters": {}},
          {"name": "Ask Bob", "type": "n8n-nodes-base.gmailTool", "parameters": {"operation": "sendAndWait"}},
          {"name": "Old", "type": "@n8n/n8n-nodes-langchain.toolCode", "disabled": true},
          {"name": "KB", "type": "@n8n/n8n-nodes-langchain.vectorStorePinecone", "parameters": {}},
          {"name": "Embed", "type": "@n8n/n8n-nodes-langchain.embeddingsOpenAi", "parameters": {"model": "text-embedding-3-small"}},
          {"name": "MCP", "type": "@n8n/n8n-nodes-langchain.mcpClientTool", "parameters": {"sseEndpoint": "https://mcp.acme.com/sse"}}
        ], "connections": {
          "Chat": {"main": [[{"node": "Helper", "type": "main", "index": 0}]]},
          "GPT": {"ai_languageModel": [[{"node": "Helper", "type": "ai_languageModel", "index": 0}]]},
          "Fetch": {"ai_tool": [[{"node": "Helper"}]]}, "Ask Bob": {"ai_tool": [[{"node": "Helper"}]]}, "Old": {"ai_tool": [[{"node": "Helper"}]]},
          "KB": {"ai_tool": [[{"node": "Helper"}]]}, "Embed": {"ai_embedding": [[{"node": "KB"}]]}, "MCP": {"ai_tool": [[{"node": "Helper"}]]}
        }}
        """;

    [Fact]
    public void An_agent_of_n8n_has_its_model_tools_store_server_and_prompt()
    {
        var map = Read("flows/support.json", N8n);
        const string Agent = "agent:repo/acme/app/flows/support/Helper";
        Assert.Equal([Agent], map.Ids(AssetKind.Agent));
        Assert.Equal(["tool:repo/acme/app/flows/support/Ask-Bob", "tool:repo/acme/app/flows/support/Fetch"], map.Ids(AssetKind.Tool));
        Assert.Equal(["model:openai/gpt-4o", "model:openai/text-embedding-3-small"], map.Ids(AssetKind.Model));
        Assert.Equal([$"{Agent} > mcp-server:url/mcp.acme.com", $"{Agent} > model:openai/gpt-4o"], map.Relations(RelationKind.Uses).Where(r => r.StartsWith("agent", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([$"{Agent} > vector-store:repo/acme/app/flows/support/KB"], map.Relations(RelationKind.RetrievesFrom));
        Assert.Equal(["vector-store:repo/acme/app/flows/support/KB > model:openai/text-embedding-3-small"], map.Relations(RelationKind.EmbedsWith));
        Assert.Equal([$"{Agent} > prompt:repo/acme/app/flows/support/Helper"], map.Relations(RelationKind.PromptedBy));
        Assert.Equal("required", map.Facet("tool:repo/acme/app/flows/support/Ask-Bob", "approval"));
        Assert.Equal("none", map.Facet("tool:repo/acme/app/flows/support/Fetch", "approval"));
        Assert.Contains("chat", map.Facet(Agent, "untrustedInputs"), StringComparison.Ordinal);
        Assert.Equal(["secret:repo/acme/app/n8n/OpenAi-account"], map.Ids(AssetKind.Secret));
        Assert.DoesNotContain("You help customers", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_of_Flowise_has_its_model_and_tools()
    {
        var map = Read("bot.json", """
            {"nodes": [
              {"id": "toolAgent_0", "data": {"name": "toolAgent", "label": "Tool Agent", "inputParams": [], "inputs": {"systemMessage": "You help."}}},
              {"id": "chatAnthropic_0", "data": {"name": "chatAnthropic", "label": "Claude", "inputs": {"modelName": "claude-3-5-sonnet-latest"}, "credential": "5f1c"}},
              {"id": "customTool_0", "data": {"name": "customTool", "label": "Refund", "inputs": {}}},
              {"id": "note_0", "data": {"name": "stickyNote", "label": "Note", "inputs": {}}}
            ], "edges": [{"source": "chatAnthropic_0", "target": "toolAgent_0"}, {"source": "customTool_0", "target": "toolAgent_0"}]}
            """);
        Assert.Equal(["agent:repo/acme/app/bot/Tool-Agent > model:anthropic/claude-3-5-sonnet-latest"], map.Relations(RelationKind.Uses).Where(r => r.StartsWith("agent", StringComparison.Ordinal)));
        Assert.Equal(["agent:repo/acme/app/bot/Tool-Agent > tool:repo/acme/app/bot/Refund"], map.Relations(RelationKind.Calls));
        Assert.Contains("executes-code", map.Facet("tool:repo/acme/app/bot/Refund", "capabilities"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_of_Langflow_has_its_model_and_tools()
    {
        var map = Read("bot.json", """
            {"data": {"nodes": [
              {"id": "Agent-1", "data": {"type": "Agent", "node": {"display_name": "Agent", "template": {"agent_llm": {"value": "OpenAI"}, "model_name": {"value": "gpt-4o"}, "system_prompt": {"value": "You help."}, "api_key": {"load_from_db": true, "value": "OPENAI_API_KEY"}}}}},
              {"id": "URL-1", "data": {"type": "URLComponent", "node": {"display_name": "URL", "template": {}}}}
            ], "edges": [{"source": "URL-1", "target": "Agent-1", "targetHandle": "x"}]}}
            """);
        Assert.Contains("agent:repo/acme/app/bot/Agent > model:openai/gpt-4o", map.Relations(RelationKind.Uses));
        Assert.Equal(["agent:repo/acme/app/bot/Agent > tool:repo/acme/app/bot/URL"], map.Relations(RelationKind.Calls));
        Assert.Equal(["secret:repo/acme/app/langflow/OPENAI_API_KEY"], map.Ids(AssetKind.Secret));
    }

    [Fact]
    public void An_agent_of_Dify_has_its_model_and_tools()
    {
        var map = Read("bot.yml", """
            app: {mode: agent-chat, name: Bot}
            kind: app
            model_config:
              agent_mode: {enabled: true, tools: [{enabled: true, provider_type: builtin, tool_name: tavily_search}, {enabled: false, tool_name: off}]}
              model: {name: gpt-4o, provider: langgenius/openai/openai}
              pre_prompt: You help.
            """);
        Assert.Contains("agent:repo/acme/app/bot/Bot > model:openai/gpt-4o", map.Relations(RelationKind.Uses));
        Assert.Equal(["agent:repo/acme/app/bot/Bot > tool:repo/acme/app/bot/tavily_search"], map.Relations(RelationKind.Calls));
        Assert.Equal(["agent:repo/acme/app/bot/Bot > prompt:repo/acme/app/bot/Bot"], map.Relations(RelationKind.PromptedBy));
    }

    [Fact]
    public void A_workflow_of_Dify_uses_the_models_of_its_nodes()
    {
        var map = Read("w.yml", """
            kind: app
            app: {mode: workflow, name: W}
            workflow:
              graph:
                nodes:
                  - {id: '1', data: {type: llm, title: Write, model: {provider: anthropic, name: claude-sonnet-4-5}, prompt_template: [{role: system, text: You write.}]}}
                  - {id: '2', data: {type: code, title: Run}}
                edges: [{source: '1', target: '2'}]
            """);
        Assert.Contains("application:repo/acme/app > model:anthropic/claude-sonnet-4-5", map.Relations(RelationKind.Uses));
        Assert.Empty(map.Ids(AssetKind.Agent));
    }

    [Fact]
    public void A_prompt_flow_uses_its_deployment_by_its_connection()
    {
        var map = Read("flow.dag.yaml", """
            inputs: {q: {type: string}}
            outputs: {a: {reference: '${answer.output}'}}
            nodes:
              - {name: answer, type: llm, provider: AzureOpenAI, connection: aoai, api: chat, source: {type: code, path: a.jinja2}, inputs: {deployment_name: gpt-4o, q: '${inputs.q}'}}
            """);
        Assert.Contains("application:repo/acme/app > model:azure-openai/gpt-4o", map.Relations(RelationKind.Uses));
        Assert.Equal(["secret:repo/acme/app/promptflow/aoai"], map.Ids(AssetKind.Secret));
    }

    [Fact]
    public void An_agent_of_Copilot_Studio_has_its_instructions_and_capabilities()
    {
        var map = Read("agent.mcs.yml", "kind: GptComponentMetadata\ndisplayName: Desk\ninstructions: You help.\ngptCapabilities: {webBrowsing: true, codeInterpreter: true}\n");
        Assert.Equal(["agent:repo/acme/app/agent.mcs/Desk"], map.Ids(AssetKind.Agent));
        Assert.Equal(["prompt:repo/acme/app/agent.mcs/Desk"], map.Ids(AssetKind.Prompt));
    }

    [Theory]
    [InlineData("a.json", "{\"nodes\": [{\"name\": \"x\", \"type\": \"n8n-nodes-base.set\"}], \"connections\": {}}")]
    [InlineData("a.json", "{\"nodes\": [{\"id\": 1}], \"edges\": []}")]
    [InlineData("a.json", "{\"data\": {\"nodes\": []}}")]
    [InlineData("a.yml", "kind: app\napp: demo\n")]
    [InlineData("a.yml", "nodes: [{name: a, type: python}]\noutputs: {}\n")]
    public void What_is_no_flow_with_AI_is_nothing(string path, string content) => Assert.Empty(Read(path, content).Assets);

    private static AssetMap Read(string path, string content) => new ConfigurationTree().With(path, content).Map(new FlowInspector(Configuration.Catalog.FlowNodes));
}
