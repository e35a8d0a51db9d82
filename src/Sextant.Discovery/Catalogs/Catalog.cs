using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Sextant.Discovery.Catalogs;

/// <summary>What Sextant knows about AI in code: providers, packages, and the symbols by which things are recognized. Immutable.</summary>
public sealed class Catalog
{
    // Ends of symbols shorter than this are words of every program.
    private const int MinTail = 10;

    // A module of a shorter name is a word of every program, unless it is written as a text.
    private const int MinRoot = 3;

    private readonly Lazy<IReadOnlyList<SdkPackage>> _packages;
    private readonly ConcurrentDictionary<string, FrozenSet<string>> _names = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<(string Language, RecognitionForm Form), SymbolIndex> _symbols;

    private Catalog(CatalogReader read)
    {
        Providers = new ProviderIndex(read.Providers);
        _packages = new Lazy<IReadOnlyList<SdkPackage>>(read.ReadPackages);
        Recognitions = read.Recognitions;
        CapabilityWords = read.CapabilityWords.ToFrozenDictionary(StringComparer.Ordinal);
        _symbols = Recognitions.SelectMany(r => r.Symbols.Keys.Select(language => (language, r.Form))).Distinct()
            .ToFrozenDictionary(k => k, k => new SymbolIndex(Recognitions, k.language, k.Form));
        TriggerLiterals = Triggers(read);
    }

    /// <summary>Who offers models.</summary>
    public ProviderIndex Providers { get; }

    /// <summary>Libraries whose use is evidence of AI. Read when first asked for; throws <see cref="CatalogException"/> if they hold mistakes.</summary>
    public IReadOnlyList<SdkPackage> Packages => _packages.Value;

    /// <summary>All that is recognized in code, in the order of the files.</summary>
    public IReadOnlyList<RecognitionEntry> Recognitions { get; }

    /// <summary>Words in the name of a tool that hint at what it can do: the word and the capability.</summary>
    public FrozenDictionary<string, string> CapabilityWords { get; }

    /// <summary>Texts of which one stands in every file that can hold something recognized: roots of imports, hosts, ends of symbols.</summary>
    public IReadOnlyList<string> TriggerLiterals { get; }

    /// <summary>Reads the catalog of a folder; throws <see cref="CatalogException"/> with all mistakes if there are any.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="examples">Whether the examples are read and required too: they are more than half of the text, and only tests need them.</param>
    public static Catalog Load(string folder, bool examples = false)
    {
        var reader = new CatalogReader(folder, examples);
        reader.Read();
        return new Catalog(reader);
    }

    /// <summary>What a symbol path is recognized as; empty if it is nothing.</summary>
    public IEnumerable<RecognitionEntry> Find(string language, RecognitionForm form, string symbol) =>
        _symbols.TryGetValue((language, form), out var index) ? index.Find(symbol) : [];

    /// <summary>Whether any symbol of a language ends in a name; what does not is not worth resolving.</summary>
    public bool MayEnd(string language, RecognitionForm form, string name) =>
        _symbols.TryGetValue((language, form), out var index) && index.MayEnd(name);

    /// <summary>Whether a symbol is one of a language's, or holds such: a namespace, a type, a member.</summary>
    public bool Knows(string language, string symbol) => _names.GetOrAdd(language, NamesOf).Contains(symbol);

    private FrozenSet<string> NamesOf(string language) =>
        Recognitions.SelectMany(r => r.Symbols.TryGetValue(language, out var patterns) ? patterns : []).SelectMany(p => p.Names()).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Triggers(CatalogReader read)
    {
        var literals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in read.Recognitions.Where(r => r.Kind != RecognitionKind.Effect).SelectMany(r => r.Symbols.Values).SelectMany(p => p))
        {
            foreach (var root in pattern.Roots.Select(r => r.Replace("()", "", StringComparison.Ordinal).ToLowerInvariant()))
                literals.UnionWith(root.Length >= MinRoot ? [root] : [$"\"{root}\"", $"'{root}'"]);
            if (pattern.Tail() is { Length: >= MinTail } tail)
                literals.Add(tail.ToLowerInvariant());
        }

        literals.UnionWith(read.Providers.SelectMany(p => p.Hosts).Select(h => h[(h.LastIndexOf('*') + 1)..].ToLowerInvariant()));
        return [.. literals.Where(l => l.Length >= 3 && l.All(char.IsAscii))];
    }
}
