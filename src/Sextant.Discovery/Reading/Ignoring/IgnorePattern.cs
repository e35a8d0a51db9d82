namespace Sextant.Discovery.Reading.Ignoring;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnorePattern
{
    private const int MaxLength = 4096;

    private readonly string[] _parts;

    private IgnorePattern(string body, bool isNegated, bool isDirectoryOnly, bool isAnchored)
    {
        (Body, IsNegated, IsDirectoryOnly, IsAnchored) = (body, isNegated, isDirectoryOnly, isAnchored);
        _parts = [.. body.Split('/')];
        if (isAnchored && _parts[^1] == "**")
            _parts = [.. _parts, "*"]; // a/** is what lies in a, not a itself
    }

    /// <summary>The pattern without what the other properties say.</summary>
    public string Body { get; }

    /// <summary>Whether it includes again what an earlier line left out.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether only folders match.</summary>
    public bool IsDirectoryOnly { get; }

    /// <summary>Whether it matches paths from the folder of its file, not names at any depth.</summary>
    public bool IsAnchored { get; }

    /// <summary>Whether it is compared as it stands.</summary>
    public bool IsLiteral => !Glob.IsWild(Body);

    /// <summary>Reads a line; null for comments, blank lines and what can match nothing.</summary>
    public static IgnorePattern? Parse(ReadOnlySpan<char> line)
    {
        line = TrimEnd(line);
        if (line.IsEmpty || line[0] == '#' || line.Length > MaxLength)
            return null;
        var negated = line[0] == '!';
        if (negated)
            line = line[1..];
        var directoryOnly = line.EndsWith('/');
        if (directoryOnly)
            line = line[..^1];
        var anchored = line.Contains('/');
        if (line.StartsWith('/'))
            line = line[1..];
        return line.IsEmpty || EndsInEscape(line) ? null : new IgnorePattern(line.ToString(), negated, directoryOnly, anchored);
    }

    /// <summary>Whether a path, relative to the folder of the pattern's file, matches.</summary>
    public bool Matches(ReadOnlySpan<char> path, bool isDirectory)
    {
        if (IsDirectoryOnly && !isDirectory)
            return false;
        return IsAnchored ? MatchesPath(path) : Glob.Matches(Body, path[(path.LastIndexOf('/') + 1)..]);
    }

    private bool MatchesPath(ReadOnlySpan<char> path)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t <= path.Length)
        {
            if (p < _parts.Length && _parts[p] == "**")
            {
                (star, mark) = (p++, t);
            }
            else if (p < _parts.Length && Glob.Matches(_parts[p], PartAt(path, t)))
            {
                (p, t) = (p + 1, t + PartAt(path, t).Length + 1);
            }
            else if (star >= 0)
            {
                mark += PartAt(path, mark).Length + 1;
                (p, t) = (star + 1, mark);
            }
            else
            {
                return false;
            }
        }

        return p == _parts.Length;
    }

    private static ReadOnlySpan<char> PartAt(ReadOnlySpan<char> path, int start)
    {
        var rest = path[start..];
        var slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }

    private static ReadOnlySpan<char> TrimEnd(ReadOnlySpan<char> line)
    {
        if (line.EndsWith('\r'))
            line = line[..^1];
        while (line.EndsWith(' ') && !EndsInEscape(line[..^1]))
            line = line[..^1];
        return line;
    }

    private static bool EndsInEscape(ReadOnlySpan<char> text) => (text.Length - text.TrimEnd('\\').Length) % 2 == 1;
}
