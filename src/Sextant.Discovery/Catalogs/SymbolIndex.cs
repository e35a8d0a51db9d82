using System.Collections.Frozen;

namespace Sextant.Discovery.Catalogs;

/// <summary>The recognitions of one language and form by the last part of their symbols, so that most names cost one look-up.</summary>
internal sealed class SymbolIndex
{
    private readonly FrozenDictionary<string, (SymbolPattern Pattern, RecognitionEntry Entry)[]> _byEnd;
    private readonly FrozenDictionary<string, (SymbolPattern Pattern, RecognitionEntry Entry)[]> _openByRoot;

    public SymbolIndex(IEnumerable<RecognitionEntry> entries, string language, RecognitionForm form)
    {
        var all = entries.Where(e => e.Form == form && e.Symbols.ContainsKey(language))
            .SelectMany(e => e.Symbols[language].Select(p => (Pattern: p, Entry: e))).ToArray();
        _byEnd = all.SelectMany(p => p.Pattern.Ends.Select(end => (end, p)))
            .GroupBy(p => p.end, p => p.p, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        _openByRoot = all.Where(p => p.Pattern.Ends.Count == 0).SelectMany(p => p.Pattern.Roots.Select(root => (root, p)))
            .GroupBy(p => p.root, p => p.p, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Whether any symbol ends in this name.</summary>
    public bool MayEnd(string name) => _openByRoot.Count > 0 || _byEnd.ContainsKey(name);

    public IEnumerable<RecognitionEntry> Find(string symbol)
    {
        var parts = SymbolPath.Split(symbol);
        var found = new List<RecognitionEntry>();
        if (_byEnd.TryGetValue(parts[^1], out var closed))
            Add(found, closed, parts);
        if (_openByRoot.TryGetValue(parts[0], out var open))
            Add(found, open, parts);
        return found;
    }

    private static void Add(List<RecognitionEntry> found, (SymbolPattern Pattern, RecognitionEntry Entry)[] candidates, string[] parts)
    {
        foreach (var (pattern, entry) in candidates)
        {
            if (pattern.Matches(parts) && !found.Contains(entry))
                found.Add(entry);
        }
    }
}
