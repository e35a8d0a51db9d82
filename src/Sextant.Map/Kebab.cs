using System.Runtime.CompilerServices;
using System.Text;

namespace Sextant.Map;

/// <summary>The kebab-case names of an enumeration's members, both ways, computed once.</summary>
/// <typeparam name="T">The enumeration; its members are numbered from nought without a gap.</typeparam>
public static class Kebab<T>
    where T : struct, Enum
{
    // Plain arrays: a dictionary by an enumeration is compiled anew for each of them at every start.
    private static readonly T[] Members = Enum.GetValues<T>();
    private static readonly string[] NameOf = NamesOf(Members);

    /// <summary>All names, in the order in which the members are declared.</summary>
    public static IReadOnlyList<string> Names => NameOf;

    /// <summary>The name of a member.</summary>
    public static string Name(T value) => NameOf[Number(value)];

    /// <summary>The member of a name, exactly spelt; false if there is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out T value)
    {
        for (var i = 0; i < NameOf.Length; i++)
        {
            if (!name.SequenceEqual(NameOf[i]))
                continue;
            value = Members[i];
            return true;
        }

        value = default;
        return false;
    }

    private static string[] NamesOf(T[] members)
    {
        var names = new string[members.Length];
        for (var i = 0; i < names.Length; i++)
        {
            if (Number(members[i]) != i)
                throw new NotSupportedException($"the members of {typeof(T).Name} are not numbered from nought without a gap");
            names[i] = Kebab.From(members[i].ToString());
        }

        return names;
    }

    private static int Number(T value) => Unsafe.SizeOf<T>() == sizeof(byte) ? Unsafe.BitCast<T, byte>(value) : Unsafe.BitCast<T, int>(value);
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
