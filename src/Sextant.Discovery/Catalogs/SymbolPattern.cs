namespace Sextant.Discovery.Catalogs;

/// <summary>
/// A pattern of symbol paths, part by part: <c>openai.OpenAI|AsyncOpenAI().chat.completions.create</c>. A part is a name,
/// several names with <c>|</c>, <c>*</c> for any one part or <c>**</c> for any number; <c>()</c> after it for a call's result.
/// </summary>
public sealed class SymbolPattern
{
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
        var written = text.Split('.');
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
