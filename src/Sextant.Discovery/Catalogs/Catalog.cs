using System.Collections.Concurrent;
using System.Collections.Frozen;
using Sextant.Discovery.Code.Resolution;
using Sextant.Documents;

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
    private readonly FrozenDictionary<(string Language, RecognitionForm Form), Lazy<SymbolIndex>> _symbols;

    private Catalog(CatalogReader read)
    {
        Providers = new ProviderIndex(read.Providers);
        _packages = new Lazy<IReadOnlyList<SdkPackage>>(read.ReadPackages);
        Recognitions = read.Recognitions;
        Constants = read.Constants.ToFrozenDictionary();
        CapabilityWords = read.CapabilityWords.ToFrozenDictionary(StringComparer.Ordinal);
        _symbols = Recognitions.SelectMany(r => r.Symbols.Keys.Select(language => (language, r.Form))).Distinct()
            .ToFrozenDictionary(k => k, k => new Lazy<SymbolIndex>(() => new SymbolIndex(Recognitions, k.language, k.Form)));
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

    /// <summary>Texts that libraries have under a name: a model by language and symbol.</summary>
    public FrozenDictionary<(string Language, string Symbol), string> Constants { get; }

    /// <summary>Texts of which one stands in every file that can hold something recognized: roots of imports, hosts, ends of symbols.</summary>
    public IReadOnlyList<string> TriggerLiterals { get; }

    /// <summary>Reads the catalog of a folder; throws <see cref="CatalogException"/> with all mistakes if there are any.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="examples">Whether the examples are read and required too: they are more than half of the text, and only tests need them.</param>
    /// <param name="prepared">What was parsed before.</param>
    public static Catalog Load(string folder, bool examples = false, PreparedYaml? prepared = null)
    {
        var reader = new CatalogReader(folder, examples, prepared ?? PreparedYaml.None);
        reader.Read();
        return new Catalog(reader);
    }

    /// <summary>What a symbol path is recognized as; empty if it is nothing.</summary>
    public IEnumerable<RecognitionEntry> Find(string language, RecognitionForm form, string symbol) =>
        _symbols.TryGetValue((SymbolsOf(language), form), out var index) ? index.Value.Find(symbol) : [];

    /// <summary>Whether any symbol of a language ends in a name; what does not is not worth resolving.</summary>
    public bool MayEnd(string language, RecognitionForm form, string name) =>
        _symbols.TryGetValue((SymbolsOf(language), form), out var index) && index.Value.MayEnd(name);

    /// <summary>Whether a symbol is one of a language's, or holds such: a namespace, a type, a member.</summary>
    public bool Knows(string language, string symbol) => _names.GetOrAdd(SymbolsOf(language), NamesOf).Contains(symbol);

    // Kotlin calls what Java calls.
    private static string SymbolsOf(string language) => language == "kotlin" ? "java" : language;

    private FrozenSet<string> NamesOf(string language) =>
        Recognitions.SelectMany(r => r.Symbols.TryGetValue(language, out var patterns) ? patterns : []).SelectMany(p => p.Names()).SelectMany(WithMethod).ToFrozenSet(StringComparer.Ordinal);

    // Whether a method that a module adds to objects is known at all is asked first.
    private static IEnumerable<string> WithMethod(string name) =>
        name.Contains(ExtensionSymbol.Middle, StringComparison.Ordinal) ? [name, ExtensionSymbol.Of(name[(name.LastIndexOf('.') + 1)..])] : [name];

    // A module on a host is named by its first three parts; a major version may follow them.
    private static string Root(string name) =>
        name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && name.AsSpan(0, slash).Contains('.') ? string.Join('/', name.Split('/').Take(3)) : name;

    private static string[] Triggers(CatalogReader read)
    {
        var literals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (language, pattern) in read.Recognitions.Where(r => r.Kind is not (RecognitionKind.Effect or RecognitionKind.Route)).SelectMany(r => r.Symbols.SelectMany(s => s.Value.Select(p => (s.Key, p)))))
        {
            literals.UnionWith(language switch
            {
                "java" => [pattern.Package()],
                "csharp" => pattern.NamespaceWords(),
                _ => pattern.Roots.Select(r => Root(r.Replace("()", "", StringComparison.Ordinal)).ToLowerInvariant())
                    .SelectMany(r => r.Length >= MinRoot ? (string[])[r] : [$"\"{r}\"", $"'{r}'"]),
            });
            if (pattern.Tail() is { Length: >= MinTail } tail)
                literals.Add(tail.ToLowerInvariant());
        }

        literals.UnionWith(read.Providers.SelectMany(p => p.Hosts).Select(h => h[(h.LastIndexOf('*') + 1)..].ToLowerInvariant()));
        return [.. literals.Where(l => l.Length >= 3 && l.All(char.IsAscii))];
    }
}
