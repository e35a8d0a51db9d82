using System.Collections.Frozen;
using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>A package whose presence shows the use of AI.</summary>
/// <param name="Ecosystem">As in package ids: <c>pypi</c>, <c>npm</c>, <c>nuget</c>, <c>go</c>, <c>maven</c>, <c>cargo</c>, …</param>
/// <param name="Name">The name as the ecosystem normalises it.</param>
/// <param name="Kind">What it is: <c>llm-sdk</c>, <c>agent-framework</c>, <c>vector-store</c>, <c>mcp-server</c>, …</param>
/// <param name="Provider">The slug of who offers it or whom it calls; empty if nobody in particular.</param>
public sealed record AiPackage(string Ecosystem, string Name, string Kind, string Provider);

/// <summary>The catalog of AI packages (<c>catalog/packages/*.yaml</c>).</summary>
public sealed class AiPackages
{
    private readonly FrozenDictionary<(string, string), AiPackage> _packages;

    private AiPackages(IEnumerable<AiPackage> packages) => _packages = packages.ToFrozenDictionary(p => (p.Ecosystem, p.Name));

    /// <summary>How many packages it knows.</summary>
    public int Count => _packages.Count;

    /// <summary>Reads the catalog's files.</summary>
    /// <param name="files">The name and the YAML of each file.</param>
    /// <exception cref="InvalidDataException">A file is wrong; the message names file and line.</exception>
    public static AiPackages Read(IEnumerable<(string Name, ReadOnlyMemory<byte> Yaml)> files, PreparedYaml? prepared = null)
    {
        var packages = new Dictionary<(string, string), AiPackage>();
        foreach (var (source, yaml) in files)
        {
            var root = CatalogYaml.Root(yaml.Span, source, prepared);
            var ecosystem = CatalogYaml.Required(root, "ecosystem", source);
            foreach (var entry in CatalogYaml.Entries(root, source, "packages").Items)
            {
                var name = Normalise(ecosystem, CatalogYaml.Required(entry, "name", source));
                packages.TryAdd((ecosystem, name), new AiPackage(ecosystem, name, CatalogYaml.Required(entry, "kind", source), entry["provider"].Text));
            }
        }

        return new AiPackages(packages.Values);
    }

    /// <summary>The package of a name as people write it; null if it is not known to be AI.</summary>
    public AiPackage? Find(string ecosystem, string name)
    {
        var normal = Normalise(ecosystem, name);
        if (_packages.TryGetValue((ecosystem, normal), out var package))
            return package;
        if (ecosystem != "go")
            return null;
        // A Go module of a later major version ends in /v2 and so on; a package below a module is the module's.
        for (var slash = normal.LastIndexOf('/'); slash > 0; slash = normal.LastIndexOf('/', slash - 1))
        {
            if (normal.AsSpan(0, slash).Count('/') >= 2 && _packages.TryGetValue((ecosystem, normal[..slash]), out package))
                return package with { Name = normal };
        }

        return null;
    }

    /// <summary>A name as ids have it: PEP 503 for PyPI, lower case for all, except Maven and Go, which tell case apart.</summary>
    public static string Normalise(string ecosystem, string name)
    {
        if (ecosystem is "maven" or "go")
            return name.Trim();
        var lower = name.Trim().ToLowerInvariant();
        if (ecosystem != "pypi")
            return lower;
        var normal = new System.Text.StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            if (c is not ('-' or '_' or '.'))
                normal.Append(c);
            else if (normal.Length > 0 && normal[^1] != '-')
                normal.Append('-');
        }

        return normal.ToString();
    }
}
