using System.Collections.Frozen;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>What a language adds to the rules of names that all languages share. Data only.</summary>
internal sealed record LanguageTraits
{
    /// <summary>Names that are there without an import.</summary>
    public FrozenSet<string> Builtins { get; init; } = FrozenSet<string>.Empty;

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

    /// <summary>
    /// Whether arguments with names are gathered in one: an object or struct literal, an object with initialisers, or a builder.
    /// Their names are compared without case, underscores and the prefixes <c>set</c> and <c>with</c>.
    /// </summary>
    public bool Options { get; init; }

    /// <summary>Whether objects are made by builders: <c>X.builder()</c>, <c>X.newBuilder()</c>, <c>new X.Builder()</c>, <c>new XBuilder()</c>, and then <c>build()</c>.</summary>
    public bool Builders { get; init; }

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
