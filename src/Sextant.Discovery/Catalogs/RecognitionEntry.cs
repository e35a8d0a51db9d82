using System.Collections.Frozen;

namespace Sextant.Discovery.Catalogs;

/// <summary>One thing that Sextant recognizes in code: the symbols by which it is known, and what their arguments mean.</summary>
/// <param name="Id">Its name in the catalog.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Form">Where the symbol must stand.</param>
/// <param name="Symbols">Patterns of symbols by language.</param>
/// <param name="Arguments">Roles and the arguments that play them, in order of preference.</param>
/// <param name="Values">What is true of every occurrence: provider, type, capabilities, …</param>
/// <param name="Conditions">Arguments that must have one of these texts.</param>
/// <param name="Example">Source code and what must be found in it.</param>
/// <param name="Place">File and line in the catalog.</param>
public sealed record RecognitionEntry(
    string Id,
    RecognitionKind Kind,
    RecognitionForm Form,
    FrozenDictionary<string, IReadOnlyList<SymbolPattern>> Symbols,
    FrozenDictionary<string, IReadOnlyList<ArgumentRef>> Arguments,
    FrozenDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyList<(ArgumentRef Argument, IReadOnlyList<string> Texts)> Conditions,
    RecognitionExample Example,
    string Place)
{
    /// <summary>The first value of a name, or null.</summary>
    public string? Value(string name) => Values.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => Values.TryGetValue(name, out var values) ? values : [];
}

/// <summary>A piece of source and what must come out of it.</summary>
/// <param name="Language">The language.</param>
/// <param name="Source">The source of one file, <c>app.py</c> or the like.</param>
/// <param name="Gives">Assets and relations in short notation; local ids are written with <c>~</c>.</param>
/// <param name="Line">The line in the catalog file.</param>
public sealed record RecognitionExample(string Language, string Source, IReadOnlyList<string> Gives, int Line);

/// <summary>An argument of a call: by keyword, by position (from 0; -1 for none), or both: <c>model@0</c>.</summary>
public readonly record struct ArgumentRef(string Keyword, int Position)
{
    /// <summary>Reads <c>model</c>, <c>model@0</c> or <c>0</c>; false if it is none of these.</summary>
    public static bool TryParse(string text, out ArgumentRef argument)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (keyword, position) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        if (at < 0 && text.Length > 0 && char.IsAsciiDigit(text[0]))
            (keyword, position) = ("", text);
        var index = -1;
        var ok = text.Length > 0 && (position.Length == 0 ? at < 0 : int.TryParse(position, out index));
        argument = new ArgumentRef(keyword, index);
        return ok;
    }
}
