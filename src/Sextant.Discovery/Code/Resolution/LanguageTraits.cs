using System.Collections.Frozen;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>What a language adds to the rules of names that all languages share. Data only.</summary>
internal sealed record LanguageTraits
{
    /// <summary>Names that are there without an import.</summary>
    public FrozenSet<string> Builtins { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The module that those names are of.</summary>
    public string BuiltinModule { get; init; } = "builtins";

    /// <summary>The name of the object inside its methods (<c>this</c>); null if it is their first parameter.</summary>
    public string? Self { get; init; } = "this";

    /// <summary>Whether members of a class are visible in its methods without naming the object.</summary>
    public bool SeesMembers { get; init; }

    /// <summary>Decorators (by their last name) of functions that are read like an attribute.</summary>
    public FrozenSet<string> PropertyDecorators { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Type constructors (by symbol) that mean their first argument: <c>Optional[X]</c>.</summary>
    public FrozenSet<string> TransparentTypes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Type constructors (by symbol) that mean the class itself: <c>type[X]</c>.</summary>
    public FrozenSet<string> ClassTypes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) whose result is their first argument.</summary>
    public FrozenSet<string> TransparentCalls { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) that make something else of a text, which is still that text: a path, a URL.</summary>
    public FrozenSet<string> WrappingCalls { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) whose result is their first argument without the indentation of its lines.</summary>
    public FrozenSet<string> DedentingCalls { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Methods (by name) whose result is the object itself, unwrapped.</summary>
    public FrozenSet<string> TransparentMethods { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls and elements (by symbol) that read the environment variable named first, with a default second.</summary>
    public FrozenSet<string> EnvironmentReaders { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Objects and modules (by symbol) whose members are environment variables: <c>process.env</c>.</summary>
    public FrozenSet<string> EnvironmentObjects { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether a map is an object: its keys are members, name what they hold, and a module may be one.</summary>
    public bool ObjectLiterals { get; init; }

    /// <summary>Calls (by symbol) that describe a field, parameter or option, and may hold its default.</summary>
    public FrozenSet<string> FieldMakers { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Decorators (by symbol) that declare a command-line option of the function, by its first texts.</summary>
    public FrozenSet<string> OptionDecorators { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Symbols of objects whose members are the parsed command line.</summary>
    public FrozenSet<string> ParsedArguments { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Base classes (by symbol) whose fields are environment variables of the same name.</summary>
    public FrozenSet<string> SettingsBases { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) whose result is that of calling their first argument: <c>Depends(get_client)</c>.</summary>
    public FrozenSet<string> CallingCalls { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Members (by name) into which a framework loads a document, for classes with a decorator (by its last name).</summary>
    public FrozenDictionary<string, (string Decorator, string Path)> DocumentMembers { get; init; } = FrozenDictionary<string, (string Decorator, string Path)>.Empty;

    /// <summary>Calls (by symbol) that make a map, or an object like one, of their named arguments.</summary>
    public FrozenSet<string> MappingMakers { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Methods (by name) of classes that make an object of a map of its fields.</summary>
    public FrozenSet<string> FieldFactories { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) that read the JSON, YAML or TOML document that their first argument is, holds or names.</summary>
    public FrozenSet<string> DocumentLoaders { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) that open a file: its path is the first argument, or what the method is called on.</summary>
    public FrozenSet<string> FileOpeners { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Calls (by symbol) that join the parts of a path.</summary>
    public FrozenSet<string> PathJoiners { get; init; } = FrozenSet<string>.Empty;

    /// <summary>
    /// Whether arguments with names are gathered in one: an object or struct literal, an object with initialisers, or a builder.
    /// Their names are compared without case, underscores and the prefixes <c>set</c> and <c>with</c>.
    /// </summary>
    public bool Options { get; init; }

    /// <summary>Whether an argument may be a call that gives an option by its name: <c>WithModel(x)</c>.</summary>
    public bool OptionCalls { get; init; }

    /// <summary>Whether methods of a class may stand in other files of its package, and fields of an object are given where it is made.</summary>
    public bool SpreadTypes { get; init; }

    /// <summary>Whether objects are made by builders: <c>X.builder()</c>, <c>X.newBuilder()</c>, <c>new X.Builder()</c>, <c>new XBuilder()</c>, and then <c>build()</c>.</summary>
    public bool Builders { get; init; }

    /// <summary>Whether what a module opens, it gives to those that import it (<c>from x import *</c>, <c>export * from</c>).</summary>
    public bool Reexports { get; init; }

    /// <summary>Modules that are open in every file; of those that may give a name, the last comes first.</summary>
    public IReadOnlyList<string> OpenedModules { get; init; } = [];

    /// <summary>
    /// Whether methods of an opened module may be called on any object. Their symbol is <c>module.extension.method</c>; only such
    /// as the catalog knows are told apart from members.
    /// </summary>
    public bool Extensions { get; init; }

    /// <summary>Generic methods (by name) whose result is an object of their type argument.</summary>
    public FrozenSet<string> ServiceMethods { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether a symbol is one of those above, or holds such: a namespace, a type, a member.</summary>
    public bool Knows(string symbol) => _known.Value.Contains(symbol);

    private readonly Lazy<FrozenSet<string>> _known;

    public LanguageTraits() => _known = new(() => EnvironmentReaders.Concat(TransparentCalls).Concat(WrappingCalls).Concat(DedentingCalls)
        .SelectMany(Leading).ToFrozenSet(StringComparer.Ordinal));

    private static IEnumerable<string> Leading(string symbol)
    {
        var called = symbol.AsSpan().IndexOfAny('(', '[') is > 0 and var call ? symbol[..call] : symbol;
        for (var dot = called.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = called.IndexOf('.', dot + 1))
            yield return called[..dot];
        yield return called;
        if (called.Contains(ExtensionSymbol.Middle, StringComparison.Ordinal))
            yield return ExtensionSymbol.Of(called[(called.LastIndexOf('.') + 1)..]);
    }

    /// <summary>The traits of a language, by <see cref="Facts.CodeUnit.Language"/>.</summary>
    public static LanguageTraits Of(string language) => language switch
    {
        "python" => PythonTraits.All,
        "typescript" => TypeScriptTraits.All,
        "csharp" => CSharpTraits.All,
        "java" => JavaTraits.All,
        "kotlin" => KotlinTraits.All,
        "go" => GoTraits.All,
        _ => Common,
    };

    private static readonly LanguageTraits Common = new();

    /// <summary>Names, separated by spaces or lines.</summary>
    internal static FrozenSet<string> Set(string names) =>
        names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
