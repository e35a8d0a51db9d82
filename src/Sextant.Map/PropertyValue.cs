using System.Globalization;

namespace Sextant.Map;

/// <summary>The value of a facet: a text, a number, a flag or a set of texts.</summary>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>A text, such as <c>production</c>.</summary>
    public sealed record Text(string Value) : PropertyValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value;
    }

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : PropertyValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : PropertyValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>A set of texts, sorted and without repetition.</summary>
    public sealed record Set : PropertyValue
    {
        /// <summary>A set of the given members, in any order.</summary>
        public Set(IEnumerable<string> members) => Members = [.. members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        /// <summary>The members, sorted.</summary>
        public IReadOnlyList<string> Members { get; }

        /// <summary>Whether a member is in the set.</summary>
        public bool Contains(string member) => Members.Contains(member, StringComparer.Ordinal);

        /// <inheritdoc/>
        public bool Equals(Set? other) => other is not null && Members.SequenceEqual(other.Members, StringComparer.Ordinal);

        /// <inheritdoc/>
        public override int GetHashCode() => Members.Aggregate(17, (hash, m) => HashCode.Combine(hash, m));

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", Members);
    }

    public static implicit operator PropertyValue(string value) => new Text(Excerpt.OneLine(value, 1000));

    public static implicit operator PropertyValue(bool value) => new Flag(value);

    public static implicit operator PropertyValue(double value) => new Number(value);

    public static implicit operator PropertyValue(string[] value) => new Set(value);
}
