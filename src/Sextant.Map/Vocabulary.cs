using System.Collections.Frozen;

namespace Sextant.Map;

/// <summary>What a facet's value is.</summary>
public enum FacetType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of the allowed values.</summary>
    Choice,

    /// <summary>A set; if values are declared, of those only.</summary>
    Set,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A facet that assets may carry.</summary>
/// <param name="Name">Its name, in camel case.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Values">The allowed values of a choice or set; empty means any.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
public sealed record Facet(string Name, FacetType Type, IReadOnlyList<string> Values, string Meaning);

/// <summary>
/// The declared vocabulary of the map: every facet that an inspector, linker or classifier may set and a rule may ask for.
/// A word that is not here is a mistake, found when rules are read and when tests run.
/// </summary>
public static class Vocabulary
{
    /// <summary>All facets by name.</summary>
    public static FrozenDictionary<string, Facet> Facets { get; } = new[]
    {
        Text("owner", "The team or person who answers for it."),
        Text("purpose", "What it is for, in the owner's words."),
        Choice("environment", "Where it runs.", "production", "staging", "development", "test", "unknown"),
        Choice("criticality", "How much depends on it.", "low", "medium", "high", "critical"),
        Choice("approval", "Whether use of it was approved; for a tool or agent action, whether a human must say yes.", "approved", "pending", "none", "required"),
        Set("sensitivity", "Kinds of sensitive data it holds.", "personal", "health", "financial", "credentials", "source-code", "confidential", "public"),
        Choice("exposure", "Who can get to it over the network.", "internet", "internal", "private", "unknown"),
        Choice("authentication", "How callers prove who they are.", "none", "key", "token", "oauth", "mtls", "iam", "password", "unknown"),
        Choice("logging", "Whether use is recorded.", "on", "off", "unknown"),
        Choice("encryption", "Whether it is encrypted at rest or in transit.", "on", "off", "unknown"),
        Text("provider", "Who offers it."),
        Choice("modelType", "What kind of model.", "llm", "embedding", "vision", "speech", "image", "video", "tabular", "recommender", "classifier", "reranker", "other"),
        Text("licence", "The licence it is offered under, as an SPDX id where there is one."),
        Text("version", "Its version, tag or revision."),
        Set("capabilities", "What a tool or agent can do.", "reads-untrusted", "reads-private", "writes", "destroys", "executes-code", "sends-external", "spends-money", "changes-identity"),
        Choice("autonomy", "Whether a human approves its actions.", "human-approval", "auto-approve"),
        Text("lastSeen", "When it was last seen, ISO 8601."),
        Text("firstSeen", "When it was first seen, ISO 8601."),
        Choice("registration", "Whether sextant.yaml declares it.", "declared", "none"),
        Choice("pinned", "Whether what is fetched is fixed by a version, digest or commit.", "digest", "version", "floating"),
        Flag("trustRemoteCode", "Whether loading it runs code that its publisher wrote."),
        Flag("unsafeDeserialization", "Whether loading it can run code (pickle and the like)."),
        Text("baseUrl", "The address that is called instead of the provider's own."),
        Choice("hosting", "Who runs it.", "self-hosted", "provider"),
        Choice("scope", "Whether it belongs to what ships or to what only tests, shows or documents it.", "product", "test", "example", "documentation"),
        Choice("transport", "How an MCP server is spoken to.", "stdio", "http", "sse", "websocket"),
        Text("command", "The command that starts it, redacted."),
        Text("image", "The container image."),
        Text("language", "The programming language it is written in."),
        Text("framework", "The framework it is built with."),
        Text("packageType", "The package ecosystem: pypi, npm, nuget, …"),
        Flag("dynamic", "Whether its name is decided at run time and was not resolved."),
        Choice("validity", "Whether a credential works.", "unverified", "live", "dead"),
        Text("keyType", "The format of a credential, by catalog id."),
        Text("fingerprint", "A keyed fingerprint of a secret, the same for the same secret within an installation."),
        Choice("location", "Where a secret is.", "tree", "history", "notebook-output"),
        Flag("placeholder", "Whether a credential is an example, not a real one."),
        Choice("trigger", "What starts a pipeline.", "schedule", "push", "pull-request", "untrusted-pull-request", "manual", "data-change", "release", "call"),
        Set("permissions", "What a pipeline's token may do."),
        Set("writers", "Who can write it: anyone, authenticated, account, role.", "anyone", "authenticated", "account", "role"),
        Set("readers", "Who can read it: anyone, authenticated, account, role.", "anyone", "authenticated", "account", "role"),
        Flag("privileged", "Whether it runs with more rights than its work needs (root, privileged container, administrator)."),
        Set("ports", "Network ports it listens on at the host."),
        Choice("binding", "The addresses it listens on.", "all", "loopback"),
        Set("untrustedInputs", "Where text that strangers write enters."),
        Set("variables", "The holes of a prompt template."),
        Choice("mode", "What a guardrail does.", "block", "monitor", "unknown"),
        Choice("dataType", "What a data store is.", "database", "bucket", "queue", "file", "share"),
        Choice("visibility", "Who can see a repository.", "public", "internal", "private", "unknown"),
        Flag("remoteInstructions", "Whether it fetches instructions or code at run time."),
        Text("rootPath", "The widest path it may touch."),
        Flag("outputExecuted", "Whether a model's output is run as code, SQL or shell."),
        Set("tasks", "What a model is used for."),
        Text("variable", "The environment variable or setting by which a credential or address is known."),
        Set("runs", "Files of the repository that it runs."),
        Set("hosts", "Network names by which it is reached, as host:port."),
        Text("commit", "The commit in which it was first seen."),
        Text("cell", "The notebook cell, from 1."),
        Set("shownData", "Kinds of sensitive data that the saved outputs of a notebook show.", "personal", "financial"),
        new Facet("length", FacetType.Number, [], "How long a prompt is, in characters."),
        Set("routes", "What it exposes to callers, as METHOD /path; UI / for a page of its own."),
        Set("modelRoutes", "Routes whose handling reaches a model."),
        Set("openModelRoutes", "Routes that reach a model and for which no authentication is seen in code."),
        Choice("routeAuthentication", "Whether callers of its routes are seen to prove who they are.", "required", "none", "mixed"),
        Choice("retrievalFilter", "Whether searches of a vector store ask only for a part of it, such as a tenant's.", "present", "absent"),
        Flag("outputRendered", "Whether a model's output is put into a page as HTML."),
        Flag("rateLimited", "Whether the rate of calls to its routes that reach a model is limited in code."),
    }.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    private static Facet Text(string name, string meaning) => new(name, FacetType.Text, [], meaning);

    private static Facet Flag(string name, string meaning) => new(name, FacetType.Flag, [], meaning);

    private static Facet Choice(string name, string meaning, params string[] values) => new(name, FacetType.Choice, values, meaning);

    private static Facet Set(string name, string meaning, params string[] values) => new(name, FacetType.Set, values, meaning);
}
