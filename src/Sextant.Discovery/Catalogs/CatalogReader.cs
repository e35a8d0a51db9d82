using System.Text;
using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>Reads all files of a catalog folder, and collects every mistake before it gives up.</summary>
internal sealed class CatalogReader(string folder, bool examples, PreparedYaml prepared)
{
    private const string PackagesFile = "packages.yaml";

    private readonly List<string> _mistakes = [];

    public List<Provider> Providers { get; } = [];

    public List<RecognitionEntry> Recognitions { get; } = [];

    /// <summary>Texts by language and symbol.</summary>
    public Dictionary<(string Language, string Symbol), string> Constants { get; } = [];

    public Dictionary<string, string> CapabilityWords { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a folder; throws <see cref="CatalogException"/> if anything in it is wrong.</summary>
    public void Read()
    {
        if (!Directory.Exists(folder))
            throw new CatalogException([$"{folder}: there is no such folder"]);
        var paths = Array.FindAll(Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories), p => Path.GetFileName(p) != PackagesFile);
        Array.Sort(paths, StringComparer.Ordinal);
        var read = new (string Name, DocumentResult Document)[paths.Length];
        Parallel.For(0, paths.Length, i => read[i] = (Path.GetRelativePath(folder, paths[i]).Replace('\\', '/'), Parsed(paths[i])));
        foreach (var (name, document) in read)
            Read(new CatalogFile(name, _mistakes), document);
        foreach (var twice in Recognitions.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            _mistakes.Add($"{twice.Last().Place}: '{twice.Key}' is defined twice");
        if (_mistakes.Count > 0)
            throw new CatalogException(_mistakes);
    }

    /// <summary>Reads the packages; throws <see cref="CatalogException"/> if anything in them is wrong.</summary>
    public IReadOnlyList<SdkPackage> ReadPackages()
    {
        var path = Path.Combine(folder, PackagesFile);
        if (!File.Exists(path))
            return [];
        var mistakes = new List<string>();
        var file = new CatalogFile(PackagesFile, mistakes);
        var document = prepared.Read(File.ReadAllBytes(path));
        if (document.Error is { } error)
            mistakes.Add($"{PackagesFile}:{error.Line}: {error.Message}");
        file.HasOnly(document.Root, "packages");
        var packages = document.Root["packages"].Entries
            .SelectMany(e => e.Value.Entries.Select(p => Package(file, e.Key.Text, p.Key, p.Value))).ToArray();
        return mistakes.Count == 0 ? packages : throw new CatalogException(mistakes);
    }

    // What was prepared is read as far as it is asked for; anything else is cut before it is parsed.
    private DocumentResult Parsed(string path)
    {
        var text = File.ReadAllBytes(path);
        return examples ? prepared.Read(text)
            : prepared.Find(text, DocumentLimits.Default) ?? YamlReader.Read(ExampleText.Without(Encoding.UTF8.GetString(text)));
    }

    private void Read(CatalogFile file, DocumentResult document)
    {
        if (document.Error is { } error)
            _mistakes.Add($"{file.Name}:{error.Line}: {error.Message}");
        else if (file.HasOnly(document.Root, "providers", "recognitions", "capability-words", "constants"))
            Read(file, document.Root);
    }

    private void Read(CatalogFile file, DocumentNode root)
    {
        foreach (var node in root["providers"].Items)
            Providers.Add(Provider(file, node));
        foreach (var (capability, words) in root["capability-words"].Entries)
        {
            foreach (var word in words.Texts)
                CapabilityWords[word] = capability.Text;
        }

        foreach (var (language, modules) in root["constants"].Entries)
        {
            foreach (var (module, names) in modules.Entries)
            {
                foreach (var (name, value) in names.Entries)
                    Constants[(language.Text, $"{module.Text}.{name.Text}")] = value.Text;
            }
        }

        var reader = new RecognitionReader(file, examples);
        foreach (var node in root["recognitions"].Items)
        {
            if (reader.Read(node) is { } entry)
                Recognitions.Add(entry);
        }
    }

    private static Provider Provider(CatalogFile file, DocumentNode node)
    {
        file.HasOnly(node, "slug", "name", "hosts", "variables", "prefixes", "models", "gateway", "address");
        return new Provider(
            file.Required(node, "slug"), file.Required(node, "name"), CatalogFile.Texts(node, "hosts"), CatalogFile.Texts(node, "variables"),
            CatalogFile.Texts(node, "prefixes"), CatalogFile.Texts(node, "models"), node["gateway"].Flag ?? false, node["address"].TextOrNull);
    }

    private static SdkPackage Package(CatalogFile file, string ecosystem, DocumentNode name, DocumentNode value)
    {
        if (value.Items.Count != 3)
            file.Mistake(value, $"'{name.Text}' needs three texts: import, what it evidences, vendor");
        var texts = value.Items.Select(i => i.Text).Concat(["", "", ""]).Take(3).ToArray();
        return new SdkPackage(ecosystem, name.Text, texts[0], texts[1], texts[2]);
    }
}
