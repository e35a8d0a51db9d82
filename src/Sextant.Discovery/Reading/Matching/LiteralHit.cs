namespace Sextant.Discovery.Reading.Matching;

/// <summary>Where a literal occurs in a text.</summary>
/// <param name="Literal">Its index among the matcher's literals.</param>
/// <param name="Offset">The offset of its first byte.</param>
public readonly record struct LiteralHit(int Literal, int Offset) : IComparable<LiteralHit>
{
    /// <summary>By offset, then by literal.</summary>
    public int CompareTo(LiteralHit other) => Offset != other.Offset ? Offset.CompareTo(other.Offset) : Literal.CompareTo(other.Literal);

    public static bool operator <(LiteralHit left, LiteralHit right) => left.CompareTo(right) < 0;

    public static bool operator >(LiteralHit left, LiteralHit right) => left.CompareTo(right) > 0;

    public static bool operator <=(LiteralHit left, LiteralHit right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LiteralHit left, LiteralHit right) => left.CompareTo(right) >= 0;
}
