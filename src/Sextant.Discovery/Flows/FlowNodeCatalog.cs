using System.Collections.Frozen;
using Sextant.Discovery.Catalogs;
using Sextant.Documents;

namespace Sextant.Discovery.Flows;

/// <summary>What a kind of node of an exported flow is.</summary>
/// <param name="Kind">Its kind: <c>agent</c>, <c>model</c>, <c>embedding</c>, <c>tool</c>, <c>vector-store</c>, <c>mcp</c>, <c>trigger</c>, <c>chain</c>.</param>
/// <param name="Capabilities">What it can do, if it is a tool.</param>
/// <param name="Untrusted">Where its text comes from, if strangers write it.</param>
public sealed record FlowNodeType(string Kind, IReadOnlyList<string> Capabilities, string? Untrusted);

/// <summary>The catalog of nodes of flows (<c>catalog/flow-nodes.yaml</c>).</summary>
public sealed class FlowNodeCatalog
{
    private const string Source = "flow-nodes.yaml";
    private readonly (string Platform, string[] Types, FlowNodeType Type)[] _nodes;
    private readonly FrozenDictionary<string, string> _providers;

    private FlowNodeCatalog((string Platform, string[] Types, FlowNodeType Type)[] nodes, FrozenDictionary<string, string> providers) => (_nodes, _providers) = (nodes, providers);

    /// <summary>Reads the catalog.</summary>
    /// <exception cref="InvalidDataException">The file is wrong; the message names the line.</exception>
    public static FlowNodeCatalog Read(ReadOnlySpan<byte> yaml, PreparedYaml? prepared = null)
    {
        var root = CatalogYaml.Root(yaml, Source, prepared);
        return new FlowNodeCatalog(
            [.. CatalogYaml.Entries(root, Source, "nodes").Items.Select(n => (
                CatalogYaml.Required(n, "platform", Source), n["types"].Texts.ToArray(),
                new FlowNodeType(CatalogYaml.Required(n, "kind", Source), [.. n["capabilities"].Texts], n["untrusted"].TextOrNull)))],
            root["providers"].Entries.SelectMany(e => e.Value.Texts.Select(t => KeyValuePair.Create(t, e.Key.Text))).ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What a type of node is; null if it is not known.</summary>
    public FlowNodeType? Find(string platform, string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        return Array.Find(_nodes, n => n.Platform == platform && Array.Exists(n.Types, t => Fits(t, name))).Type;
    }

    /// <summary>The slug of a provider by the name that a flow has for it, alone or within a type of node; null if it is not known.</summary>
    public string? Provider(string name)
    {
        var plain = string.Concat(name[(name.LastIndexOf('.') + 1)..].Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        foreach (var affix in (ReadOnlySpan<string>)["", "lmchat", "lm", "embeddings", "embedding", "chat", "component", "modelcomponent", "model", "embeddingscomponent", "embeddingsmodel", "llm", "langgenius"])
        {
            var rest = plain;
            if (affix.Length > 0 && rest.StartsWith(affix, StringComparison.Ordinal))
                rest = rest[affix.Length..];
            else if (affix.Length > 0 && rest.EndsWith(affix, StringComparison.Ordinal))
                rest = rest[..^affix.Length];
            if (_providers.TryGetValue(rest, out var slug) || (rest.EndsWith("chatopenai", StringComparison.Ordinal) && _providers.TryGetValue(rest.Replace("chat", "", StringComparison.Ordinal), out slug)))
                return slug;
        }

        return plain.StartsWith("awschat", StringComparison.Ordinal) ? "aws-bedrock" : null;
    }

    private static bool Fits(string pattern, string name)
    {
        if (pattern.StartsWith('*'))
            return name.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase);
        return pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
