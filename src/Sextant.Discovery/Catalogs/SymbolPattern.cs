namespace Sextant.Discovery.Catalogs;

/// <summary>
/// A pattern of symbol paths, part by part: <c>openai.OpenAI|AsyncOpenAI().chat.completions.create</c>. A part is a name,
/// several names with <c>|</c>, <c>*</c> for any one part or <c>**</c> for any number; <c>()</c> after it for a call's result.
/// </summary>
public sealed class SymbolPattern
{
    private const int MaxPackage = 3;

    // Shorter names are words of every program.
    private const int MinWord = 14;

    // Namespaces that everything is in.
    private static readonly string[] WideNamespaces = ["Microsoft.Extensions", "Microsoft.Data", "Microsoft.Azure", "System.Data", "Azure.AI", "Google.Cloud"];

    private readonly Part[] _parts;

    private SymbolPattern(string text, Part[] parts) => (Text, _parts) = (text, parts);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The names that the first part may have; empty if any.</summary>
    public IReadOnlyList<string> Roots => _parts[0].Names;

    /// <summary>The names that the last part may have, calls included; empty if any.</summary>
    public IReadOnlyList<string> Ends => _parts[^1].Names;

    /// <summary>Reads a pattern; null with a reason if it is none.</summary>
    public static SymbolPattern? Parse(string text, out string error)
    {
        error = "";
        var written = SymbolPath.Split(text);
        var parts = new Part[written.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (written[i] is "" or "()")
            {
                error = $"'{text}' has an empty part";
                return null;
            }

            parts[i] = Part.Of(written[i]);
        }

        if (parts[0].Names.Count > 0)
            return new SymbolPattern(text, parts);
        error = $"'{text}' must begin with a name";
        return null;
    }

    /// <summary>Whether a symbol path, split at its dots, is meant.</summary>
    public bool Matches(ReadOnlySpan<string> symbol) => Matches(_parts, symbol);

    /// <summary>The longest run of literal parts after the last call, for a search by text; empty if it has none.</summary>
    public string Tail()
    {
        var start = Array.FindLastIndex(_parts, p => p.IsCall) + 1;
        if (start == 0 || start >= _parts.Length - 1 || Array.Exists(_parts[start..^1], p => p.Names.Count != 1))
            return "";
        return string.Join('.', _parts[start..^1].Select(p => p.Names[0])) + ".";
    }

    /// <summary>The first parts of the package that every file names which uses it: <c>dev.langchain4j.model</c>.</summary>
    public string Package() => string.Join('.', _parts.TakeWhile(p => p.Names.Count == 1 && char.IsAsciiLetterLower(p.Names[0][0]) && !p.IsCall).Take(MaxPackage).Select(p => p.Names[0]));

    /// <summary>
    /// Texts of which one stands in every C# file that uses it: the namespace, which files open, and, where a project may open it
    /// for all its files, the name itself if it is no everyday word.
    /// </summary>
    public IEnumerable<string> NamespaceWords()
    {
        var names = _parts.TakeWhile((p, i) => p.Names.Count == 1 && !p.IsCall && p.Names[0] != "extension" && (i == 0 || i < _parts.Length - 1)).Select(p => p.Names[0]).ToArray();
        var length = names.Length > 2 && WideNamespaces.Contains($"{names[0]}.{names[1]}", StringComparer.Ordinal) ? 3 : Math.Min(2, names.Length);
        yield return string.Join('.', names.Take(length)).ToLowerInvariant();
        foreach (var name in _parts[^1].Names.Where(n => n.Length >= MinWord && char.IsAsciiLetterUpper(n[0])))
            yield return name.ToLowerInvariant();
    }

    /// <summary>The names of all that leads to it, from the first part to the first call, which is the name of what is called.</summary>
    public IEnumerable<string> Names()
    {
        IEnumerable<string> names = [""];
        foreach (var part in _parts)
        {
            names = [.. names.SelectMany(n => part.Names.Select(p => (n.Length == 0 ? "" : n + ".") + (part.IsCall ? p[..^2] : p)))];
            foreach (var name in names)
                yield return name;
            if (part.IsCall)
                yield break;
        }
    }

    private static bool Matches(ReadOnlySpan<Part> parts, ReadOnlySpan<string> symbol)
    {
        while (parts.Length > 0)
        {
            if (parts[0].IsAnyNumber)
            {
                for (var skip = 0; skip <= symbol.Length; skip++)
                {
                    if (Matches(parts[1..], symbol[skip..]))
                        return true;
                }

                return false;
            }

            if (symbol.Length == 0 || !parts[0].Matches(symbol[0]))
                return false;
            parts = parts[1..];
            symbol = symbol[1..];
        }

        return symbol.Length == 0;
    }

    private sealed record Part(IReadOnlyList<string> Names, bool IsAny, bool IsAnyNumber, bool IsCall)
    {
        public static Part Of(string text)
        {
            if (text == "**")
                return new Part([], false, true, false);
            var call = text.EndsWith("()", StringComparison.Ordinal);
            var bare = call ? text[..^2] : text;
            if (bare == "*")
                return new Part([], true, false, call);
            return new Part([.. bare.Split('|').Select(n => call ? n + "()" : n)], false, false, call);
        }

        public bool Matches(string part) =>
            IsAny ? IsCall == part.EndsWith("()", StringComparison.Ordinal) : Names.Contains(part, StringComparer.Ordinal);
    }
}
