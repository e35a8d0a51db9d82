using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Flows;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Secrets;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Documents;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Cli.Scanning;

/// <summary>
/// What Sextant ships with, read from beside the program: the catalog and the rules. Each part is read when it is first asked
/// for, so that a run pays only for what it uses.
/// </summary>
internal sealed class Installation
{
    private readonly string _folder = AppContext.BaseDirectory;
    private readonly Lazy<RuleSet> _rules;
    private readonly Lazy<PreparedYaml> _prepared;
    private readonly Lazy<string> _catalogFingerprint;

    public Installation()
    {
        _rules = new(ReadRules);
        _prepared = new(ReadPrepared);
        _catalogFingerprint = new(ReadCatalogFingerprint);
        Packages = Part(() => AiPackages.Read(Directory.EnumerateFiles(Catalog("packages"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), (ReadOnlyMemory<byte>)File.ReadAllBytes(f))), _prepared.Value));
        Code = Part(() => Discovery.Catalogs.Catalog.Load(Catalog("code"), prepared: _prepared.Value));
        Keys = Part(() => KeyFormats.Load(Catalog("keys"), _prepared.Value, examples: false));
        KeyChecks = Part(() => Discovery.Secrets.Verification.KeyChecks.Read(Bytes("key-checks.yaml"), Keys.Value));
        McpClients = Part(() => Discovery.Catalogs.McpClients.Read(Bytes("mcp-clients.yaml"), _prepared.Value));
        McpServers = Part(() => McpServerCatalog.Read(Bytes("mcp-servers.yaml"), _prepared.Value));
        Variables = Part(() => AiVariables.Read(Bytes("credential-variables.yaml"), _prepared.Value));
        Servers = Part(() => InferenceServers.Read(Bytes("inference-servers.yaml"), _prepared.Value));
        Databases = Part(() => Discovery.Catalogs.Databases.Read(Bytes("databases.yaml"), _prepared.Value));
        Actions = Part(() => AiActions.Read(Bytes("ai-actions.yaml"), _prepared.Value));
        FlowNodes = Part(() => FlowNodeCatalog.Read(Bytes("flow-nodes.yaml"), _prepared.Value));
    }

    /// <summary>The rules; they are all right, or reading them throws.</summary>
    public RuleSet Rules => _rules.Value;

    public Lazy<AiPackages> Packages { get; }

    public Lazy<Discovery.Catalogs.Catalog> Code { get; }

    public Lazy<KeyFormats> Keys { get; }

    public Lazy<KeyChecks> KeyChecks { get; }

    public Lazy<McpClients> McpClients { get; }

    public Lazy<McpServerCatalog> McpServers { get; }

    public Lazy<AiVariables> Variables { get; }

    public Lazy<InferenceServers> Servers { get; }

    public Lazy<Databases> Databases { get; }

    public Lazy<AiActions> Actions { get; }

    public Lazy<FlowNodeCatalog> FlowNodes { get; }

    /// <summary>
    /// Begins to read what every scan needs, on other threads and in the order in which it is needed. What is wrong is thrown where
    /// a part is asked for.
    /// </summary>
    public void ReadAhead()
    {
        Action[] parts = [() => _ = Keys.Value, () => _ = Code.Value, () => _ = Packages.Value, () => _ = McpServers.Value, () => _ = Rules, () => _ = CatalogFingerprint];
        foreach (var part in parts)
            _ = Task.Run(part);
    }

    /// <summary>The path of a file or folder of the catalog.</summary>
    public string Catalog(string name) => Path.Combine(_folder, "catalog", name);

    /// <summary>Where the key of fingerprints is kept: <c>$SEXTANT_HOME</c>, or the user's configuration folder.</summary>
    private static string FingerprintKeyPath
    {
        get
        {
            var home = Environment.GetEnvironmentVariable("SEXTANT_HOME");
            var folder = string.IsNullOrEmpty(home)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "sextant")
                : home;
            return Path.Combine(folder, "fingerprint.key");
        }
    }

    /// <summary>The key of this installation's fingerprints, made when it is first needed.</summary>
    /// <exception cref="InstallationException">It can be neither read nor kept.</exception>
    public static FingerprintKey FingerprintKey()
    {
        try
        {
            return Discovery.Secrets.FingerprintKey.LoadOrCreate(FingerprintKeyPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InstallationException($"the key of fingerprints cannot be kept in {FingerprintKeyPath} ({e.Message}); set SEXTANT_HOME to a folder that can be written");
        }
    }

    /// <summary>How many files the catalog has, and a hash of them, for outputs.</summary>
    public string CatalogFingerprint => _catalogFingerprint.Value;

    private string ReadCatalogFingerprint()
    {
        var files = Directory.GetFiles(Catalog(""), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(File.ReadAllBytes(file));
        return $"{files.Length}/{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }

    /// <summary>What scans keep for the next one, in a folder; null for the user's (<c>$XDG_CACHE_HOME/sextant</c> or <c>~/.cache/sextant</c>).</summary>
    public ScanCache Cache(string? folder, TimeProvider time) => new(folder ?? CacheFolder, FingerprintKey(), Engine(), time);

    private static string CacheFolder
    {
        get
        {
            var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            if (!string.IsNullOrEmpty(cache))
                return Path.Combine(cache, "sextant");
            var home = OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile;
            return Path.Combine(Environment.GetFolderPath(home, Environment.SpecialFolderOption.DoNotVerify), OperatingSystem.IsWindows() ? "" : ".cache", "sextant");
        }
    }

    /// <summary>What may conclude otherwise from the same files is another engine: the program, the catalog, the rules.</summary>
    private string Engine()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in new[] { typeof(Installation), typeof(ScanCache), typeof(Map.AssetMap), typeof(Documents.YamlReader), typeof(Posture.Finding), typeof(Evidence.IReportWriter) })
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        foreach (var file in new[] { Catalog(""), RulesFolder }.SelectMany(f => Directory.GetFiles(f, "*.yaml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(_folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The rules of a folder, right or wrong.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="examples">Whether their examples are read too.</param>
    public RuleSet RulesOf(string folder, bool examples)
    {
        var file = Catalog("frameworks.yaml");
        var reading = new RuleReading(examples, _prepared.Value);
        var (frameworks, errors) = FrameworkCatalog.Read("catalog/frameworks.yaml", File.ReadAllText(file), reading);
        var rules = RuleSet.Load(folder, frameworks, reading);
        return rules with { Errors = [.. errors, .. rules.Errors] };
    }

    /// <summary>The folder of the rules that ship with Sextant.</summary>
    public string RulesFolder => Path.Combine(_folder, "rules");

    private RuleSet ReadRules()
    {
        var rules = RulesOf(RulesFolder, examples: false);
        return rules.Errors.Count == 0 ? rules : throw new InstallationException(string.Join("\nsextant: ", rules.Errors));
    }

    /// <summary>Parses all YAML that Sextant ships with and keeps what it holds beside the program.</summary>
    public void Prepare()
    {
        var files = Directory.GetFiles(Catalog(""), "*.yaml", SearchOption.AllDirectories).Concat(Directory.GetFiles(RulesFolder, "*.yaml", SearchOption.AllDirectories));
        var packed = PreparedYaml.Pack(files.Order(StringComparer.Ordinal).Select(f => (ReadOnlyMemory<byte>)File.ReadAllBytes(f)));
        File.WriteAllBytes($"{PreparedPath}.new", packed);
        File.Move($"{PreparedPath}.new", PreparedPath, overwrite: true);
    }

    private string PreparedPath => Path.Combine(_folder, "prepared.bin");

    private PreparedYaml ReadPrepared()
    {
        try
        {
            return File.Exists(PreparedPath) ? PreparedYaml.Open(File.ReadAllBytes(PreparedPath)) : PreparedYaml.None;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PreparedYaml.None;
        }
    }

    private static Lazy<T> Part<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Func<T> read) => new(() =>
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CatalogException or KeyFormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InstallationException($"the catalog cannot be read: {e.Message.ReplaceLineEndings("\nsextant: ")}");
        }
    });

    private byte[] Bytes(string name) => File.ReadAllBytes(Catalog(name));
}
