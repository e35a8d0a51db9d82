using System.Text;

namespace Sextant.Map;

/// <summary>
/// The stable, readable name of an asset: <c>kind:authority/name</c>, the same whoever saw it, for example
/// <c>model:huggingface/meta-llama/Llama-3.1-8B-Instruct</c>. Parts come from hostile input, so control characters are
/// dropped and the length is bounded.
/// </summary>
public readonly record struct AssetId : IComparable<AssetId>
{
    /// <summary>Characters kept of a name; what is longer ends in a hash of the whole.</summary>
    public const int MaxLength = 400;

    private const int HashLength = 16;

    private AssetId(string value, AssetKind kind) => (Value, Kind) = (value, kind);

    /// <summary>The whole id.</summary>
    public string Value { get; }

    /// <summary>The kind, which is the id's first part.</summary>
    public AssetKind Kind { get; }

    /// <summary>All after the kind: <c>authority/name</c>.</summary>
    public string Path => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The id of a thing of a kind, from the parts of its path joined by <c>/</c>; empty parts are left out.</summary>
    public static AssetId Of(AssetKind kind, params ReadOnlySpan<string> path)
    {
        var text = new StringBuilder(Kebab<AssetKind>.Name(kind)).Append(':');
        var start = text.Length;
        foreach (var part in path)
        {
            if (part.Length == 0)
                continue;
            if (text.Length > start)
                text.Append('/');
            AppendClean(text, part);
        }

        return new AssetId(Bound(text), kind);
    }

    /// <summary>Reads an id; false if its kind is unknown or nothing follows it.</summary>
    public static bool TryParse(string text, out AssetId id)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || !Kebab<AssetKind>.TryParse(text.AsSpan(0, colon), out var kind))
        {
            id = default;
            return false;
        }

        id = Of(kind, text[(colon + 1)..]);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(AssetId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    public static bool operator <(AssetId left, AssetId right) => left.CompareTo(right) < 0;

    public static bool operator >(AssetId left, AssetId right) => left.CompareTo(right) > 0;

    public static bool operator <=(AssetId left, AssetId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AssetId left, AssetId right) => left.CompareTo(right) >= 0;

    private static void AppendClean(StringBuilder text, string part)
    {
        foreach (var c in part)
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)
                text.Append(c);
            else if (c is ' ')
                text.Append('-');
        }
    }

    private static string Bound(StringBuilder text)
    {
        if (text.Length <= MaxLength)
            return text.ToString();
        var whole = text.ToString();
        return $"{whole.AsSpan(0, MaxLength - HashLength - 1)}~{StableHash.Hex(whole)}";
    }
}
