namespace Sextant.Map;

/// <summary>Where something was seen, so that a person can check it by hand.</summary>
/// <param name="Collector">Who saw it: the name of a collector, inspector, linker or classifier.</param>
/// <param name="Path">The file, relative to the target with <c>/</c>; or a URL with a JSON pointer; empty where there is no place.</param>
/// <param name="Line">The line in the file, from 1; 0 where lines mean nothing.</param>
/// <param name="Detail">A redacted excerpt or a sentence. Never holds a secret or personal data.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record Evidence(string Collector, string Path, int Line, string Detail, Confidence Confidence) : IComparable<Evidence>
{
    /// <summary>Characters kept of a detail.</summary>
    public const int MaxDetail = 240;

    /// <summary>The commit in which it was seen, if it is no longer (or not only) in the tree.</summary>
    public string? Commit { get; init; }

    /// <summary>A redacted excerpt, on one line and of bounded length.</summary>
    public string Detail { get; } = Excerpt.OneLine(Detail, MaxDetail);

    /// <summary>Order for output: by place (without one last), then by who saw it. Never by time.</summary>
    public int CompareTo(Evidence? other)
    {
        if (other is null)
            return 1;
        var order = (Path.Length == 0).CompareTo(other.Path.Length == 0);
        if (order == 0)
            order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = Line.CompareTo(other.Line);
        if (order == 0)
            order = string.CompareOrdinal(Collector, other.Collector);
        if (order == 0)
            order = other.Confidence.CompareTo(Confidence);
        if (order == 0)
            order = string.CompareOrdinal(Detail, other.Detail);
        return order == 0 ? string.CompareOrdinal(Commit, other.Commit) : order;
    }

    public static bool operator <(Evidence left, Evidence right) => left.CompareTo(right) < 0;

    public static bool operator >(Evidence left, Evidence right) => left.CompareTo(right) > 0;

    public static bool operator <=(Evidence left, Evidence right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Evidence left, Evidence right) => left.CompareTo(right) >= 0;
}
