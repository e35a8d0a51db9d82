namespace Sextant.Discovery.Reading.Ignoring;

/// <summary>
/// The patterns of one ignore file. The last that matches decides, so names and endings are looked up by hash and only the
/// remaining patterns after the one found are tried one by one.
/// </summary>
internal sealed class IgnoreFile
{
    private const int MaxPatterns = 50_000;

    private readonly IgnorePattern[] _patterns;
    private readonly int[] _wild;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byDirectoryName;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byEnding;

    private IgnoreFile(List<IgnorePattern> patterns)
    {
        _patterns = [.. patterns];
        var (names, directoryNames, endings) = (NewMap(), NewMap(), NewMap());
        var wild = new List<int>();
        for (var i = 0; i < patterns.Count; i++)
        {
            var pattern = patterns[i];
            if (pattern is { IsAnchored: false, IsLiteral: true })
                (pattern.IsDirectoryOnly ? directoryNames : names)[pattern.Body] = i;
            else if (IsEnding(pattern))
                endings[pattern.Body[1..]] = i;
            else
                wild.Add(i);
        }

        _wild = [.. wild];
        (_byName, _byDirectoryName, _byEnding) = (Lookup(names), Lookup(directoryNames), Lookup(endings));
    }

    /// <summary>Reads an ignore file; null if it holds no pattern.</summary>
    public static IgnoreFile? Parse(string text)
    {
        var patterns = new List<IgnorePattern>();
        var rest = text.AsSpan().TrimStart('\uFEFF');
        foreach (var line in rest.Split('\n'))
        {
            if (patterns.Count < MaxPatterns && IgnorePattern.Parse(rest[line]) is { } pattern)
                patterns.Add(pattern);
        }

        return patterns.Count == 0 ? null : new IgnoreFile(patterns);
    }

    /// <summary>Whether a path, relative to the file's folder, is left out (true) or included again (false); null if no line says.</summary>
    public bool? Decide(ReadOnlySpan<char> path, bool isDirectory)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var last = Math.Max(IndexIn(_byName, name), IndexIn(_byEnding, Ending(name)));
        if (isDirectory)
            last = Math.Max(last, IndexIn(_byDirectoryName, name));
        for (var i = _wild.Length - 1; i >= 0 && _wild[i] > last; i--)
        {
            if (_patterns[_wild[i]].Matches(path, isDirectory))
                last = _wild[i];
        }

        return last < 0 ? null : !_patterns[last].IsNegated;
    }

    private static bool IsEnding(IgnorePattern pattern) =>
        pattern is { IsAnchored: false, IsDirectoryOnly: false, Body: ['*', '.', ..] body } && body.LastIndexOf('.') == 1 && !Glob.IsWild(body.AsSpan(1));

    private static ReadOnlySpan<char> Ending(ReadOnlySpan<char> name) => name[Math.Max(0, name.LastIndexOf('.'))..];

    private static int IndexIn(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> map, ReadOnlySpan<char> key) =>
        map.TryGetValue(key, out var index) ? index : -1;

    private static Dictionary<string, int> NewMap() => new(StringComparer.Ordinal);

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup(Dictionary<string, int> map) =>
        map.GetAlternateLookup<ReadOnlySpan<char>>();
}
