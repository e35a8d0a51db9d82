using System.Collections.Frozen;

namespace Sextant.Discovery.Catalogs;

/// <summary>Which roles and values each kind of recognition knows. What is not here is a mistake in the catalog.</summary>
internal static class RecognitionSchema
{
    private static readonly FrozenDictionary<RecognitionKind, (string[] Roles, string[] Values)> Kinds =
        new Dictionary<RecognitionKind, (string[] Roles, string[] Values)>
        {
            [RecognitionKind.Model] = (
                ["model", "baseUrl", "key", "client", "provider", "revision", "trustRemoteCode", "weightsOnly", "tools", "instructions", "messages"],
                ["type", "provider", "naming", "service", "object", "unsafe", "methods", "named", "constants", "gateway", "loop", "framework"]),
            [RecognitionKind.Client] = (["baseUrl", "key"], ["provider"]),
            [RecognitionKind.Agent] = (
                ["name", "model", "instructions", "tools", "handoffs", "servers", "guardrails", "approval", "humanInput", "codeExecution", "provider", "interface", "store", "subagents"],
                ["framework", "naming", "provider", "capabilities", "collects", "autonomy"]),
            [RecognitionKind.AgentPart] = (["tools", "model", "agent", "approval", "instructions", "store"], ["scope"]),
            [RecognitionKind.Tool] = (
                ["name", "description", "function", "approval", "agent", "store", "server", "type", "objects"], ["framework", "capabilities", "run", "owner"]),
            [RecognitionKind.Handoff] = (["agent"], []),
            [RecognitionKind.Prompt] = (["text", "messages", "name"], ["remote"]),
            [RecognitionKind.VectorStore] = (["name", "embedding", "documents", "client", "url", "filter"], ["provider"]),
            [RecognitionKind.Retrieval] = (["store", "documents", "embedding", "name", "filter", "options"], []),
            [RecognitionKind.Loader] = (["source"], ["reads", "untrusted"]),
            [RecognitionKind.Guardrail] = (["name"], ["mode", "provider"]),
            [RecognitionKind.Dataset] = (["name", "files", "revision", "trustRemoteCode"], ["hub"]),
            [RecognitionKind.Training] = (["model", "dataset", "output", "base", "provider"], ["type", "provider", "service"]),
            [RecognitionKind.Save] = (["model", "path", "name"], ["hub"]),
            [RecognitionKind.Tracker] = (["url", "project"], ["provider"]),
            [RecognitionKind.Evaluation] = (["dataset", "model", "name"], ["framework"]),
            [RecognitionKind.McpServer] = (["name", "host", "authentication"], ["framework"]),
            [RecognitionKind.McpRun] = (["transport", "host", "server"], ["transport"]),
            [RecognitionKind.McpClient] = (["command", "args", "url", "servers", "client", "name", "approval"], ["transport"]),
            [RecognitionKind.DataStore] = (["url", "host", "port", "database", "name", "file"], ["provider", "dataType", "access"]),
            [RecognitionKind.Effect] = (["url", "sql", "path", "input", "bucket"], ["capabilities", "access", "store", "sink"]),
            [RecognitionKind.Approval] = (["tools"], []),
            [RecognitionKind.Route] = (["path", "methods", "handler", "checks", "prefix", "child", "table", "owner"], ["does", "method", "path", "framework", "limits", "model"]),
        }.ToFrozenDictionary();

    /// <summary>The roles that arguments of a kind may play.</summary>
    public static IReadOnlyList<string> Roles(RecognitionKind kind) => Kinds[kind].Roles;

    /// <summary>The values that a kind may have.</summary>
    public static IReadOnlyList<string> Values(RecognitionKind kind) => Kinds[kind].Values;
}
