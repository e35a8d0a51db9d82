using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Mcp;

/// <summary>Records the servers that one configuration file names, and what each may do.</summary>
internal sealed class McpServerRecorder(InspectedFile file, string project, McpServerCatalog catalog, AiVariables variables)
{
    private readonly VariableRecorder _variables = new(file, variables);

    /// <summary>Records a server; null if what it starts cannot be told from its entry.</summary>
    public AssetId? Server(McpEntry entry)
    {
        var launched = entry.Url.Length > 0 ? new LaunchedServer { Ecosystem = "url", Name = entry.Url } : LaunchReader.Read(entry.Command, catalog);
        if (launched is null)
            return null;
        var identity = McpIdentity.Of(launched, entry, file, project);
        var known = catalog.Find(identity.Ecosystem, identity.CatalogName);
        var evidence = file.At(entry.Node, $"{entry.Name} starts {identity.Shown}");
        var facets = new Facets
        {
            { "transport", launched.Ecosystem == "url" && entry.Url.Length == 0 ? "http" : entry.Transport },
            { "command", Redaction.Command(entry.Command) },
            { "pinned", launched.Pin?.Facet },
            { "version", launched.Pin?.Version },
            { "provider", known?.Vendor },
            { "image", launched.Ecosystem == "docker" ? launched.Name : "" },
            { "rootPath", McpRoots.Widest(launched, known) },
            { "privileged", launched.Privileged ? true : null },
            { "approval", ApprovalOf(entry.Node) },
        };
        Remote(launched, entry, facets);
        file.Asset(identity.Id, entry.Name, evidence, facets);
        Capabilities(identity.Id, entry, launched, known);
        Credentials(identity.Id, entry, launched);
        if (identity.LocalPath is not null)
            file.Relate(identity.Id, RelationKind.DefinedIn, Applications.Record(file.Tree, identity.LocalPath, evidence), $"{entry.Name} is a script of this repository.", evidence);
        return identity.Id;
    }

    /// <summary>The tools that a server's entry lets run without a question, by name; <c>*</c> is all.</summary>
    public static IEnumerable<DocumentNode> AutoApproved(DocumentNode entry) => entry["autoApprove"].Items.Concat(entry["alwaysAllow"].Items).Where(t => t.IsScalar);

    private static string? ApprovalOf(DocumentNode entry)
    {
        if (entry["trust"].Flag == true || entry["autoApprove"].Flag == true || AutoApproved(entry).Any(t => t.Text == "*") || entry["default_tools_approval_mode"].Text == "approve")
            return "none";
        return entry["default_tools_approval_mode"].Text == "prompt" ? "required" : null;
    }

    private static void Remote(LaunchedServer launched, McpEntry entry, Facets facets)
    {
        if (launched.Ecosystem != "url" || !ConnectionUrl.TryParse(launched.Name, out var url) || url.Host.Length == 0)
            return;
        var secure = url.Scheme is "https" or "wss";
        facets.Add("hosts", [$"{url.Host}:{(url.Port > 0 ? url.Port : secure ? 443 : 80)}"]);
        if (!McpIdentity.IsLoopback(url.Host))
            facets.Add("encryption", secure ? "on" : "off");
        facets.Add("baseUrl", Redaction.Url(launched.Name));
        facets.Add("authentication", AuthenticationOf(entry));
    }

    private static string? AuthenticationOf(McpEntry entry)
    {
        if (entry.Node["oauth"].Exists || entry.Node["authProviderType"].Exists)
            return "oauth";
        if (entry.Node["bearer_token_env_var"].Exists)
            return "token";
        foreach (var (name, _) in entry.Headers)
        {
            if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                return "token";
            if (CredentialNames.IsCredential(name))
                return "key";
        }

        return null;
    }

    private void Capabilities(AssetId id, McpEntry entry, LaunchedServer launched, KnownMcpServer? known)
    {
        if (known is null)
            return;
        var readOnly = entry.Command.Concat(launched.Arguments).Any(IsReadOnlyFlag)
            || entry.Variables.Any(v => v.Name.Replace("_", "", StringComparison.Ordinal).Contains("READONLY", StringComparison.OrdinalIgnoreCase) && v.Value.Text is "1" or "true" or "True")
            || entry.Url.Contains("read_only=true", StringComparison.OrdinalIgnoreCase) || entry.Url.TrimEnd('/').EndsWith("/readonly", StringComparison.OrdinalIgnoreCase);
        var capabilities = known.Capabilities.Where(c => !readOnly || c is not ("writes" or "destroys" or "changes-identity" or "spends-money"));
        var detail = readOnly ? $"{entry.Name} is a known server, started read-only" : $"{entry.Name} is a known server of {known.Vendor}";
        file.Asset(id, entry.Name, file.At(entry.Node, detail, Confidence.Likely), new Facets { { "capabilities", capabilities } });
        if (known.Malicious)
            file.Asset(id, entry.Name, file.At(entry.Node, $"{entry.Name} is known to do harm"), new Facets { { "purpose", "known to be malicious" } });
    }

    private static bool IsReadOnlyFlag(string argument) =>
        argument is "--read-only" or "--readonly" or "--readOnly" or "-ro" or "--read-only=true" or "--access-mode=restricted" or "--lockdown";

    private void Credentials(AssetId id, McpEntry entry, LaunchedServer launched)
    {
        foreach (var (name, value) in entry.Variables)
        {
            if (_variables.IsCredential(name))
                _variables.Credential(id, entry.Name, name, value.Line);
        }

        foreach (var name in launched.Variables.Where(_variables.IsCredential))
            _variables.Credential(id, entry.Name, name, entry.Node.Line);
        foreach (var (header, value) in entry.Headers)
        {
            foreach (var reference in VariableReferences.In(value.Text))
            {
                if (_variables.IsCredential(reference) || header.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                    _variables.Credential(id, entry.Name, reference, value.Line);
            }
        }
    }
}
