using System.Collections.Frozen;
using System.Text;

namespace Sextant.Map;

/// <summary>The kebab-case names of an enumeration's members, both ways, computed once.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public static class Kebab<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> NameOf = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Kebab.From(v.ToString()));
    private static readonly FrozenDictionary<string, T> ValueOf = NameOf.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>All names, in the order in which the members are declared.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<T>().Select(v => NameOf[v])];

    /// <summary>The name of a member.</summary>
    public static string Name(T value) => NameOf[value];

    /// <summary>The member of a name, exactly spelt; false if there is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out T value) =>
        ValueOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out value);
}

/// <summary>Turns <c>PascalCase</c> into <c>kebab-case</c>.</summary>
public static class Kebab
{
    /// <summary>The kebab-case form of a Pascal-case identifier.</summary>
    public static string From(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var c in pascal)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
