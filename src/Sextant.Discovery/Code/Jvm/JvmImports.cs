using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Imports of Java and Kotlin: of types, of their members, and of whole packages.</summary>
internal static class JvmImports
{
    /// <summary>Adds an import. A member of a type, or a type in one, is imported through the type.</summary>
    /// <param name="facts">Where it goes.</param>
    /// <param name="name">What is imported: <c>a.b.Type</c>, <c>a.b.Type.member</c>, or a package.</param>
    /// <param name="star">Whether all of it is.</param>
    /// <param name="alias">The name that it gets here; null for its own.</param>
    /// <param name="line">The line.</param>
    public static void Add(FactBuilder facts, string name, bool star, string? alias, int line)
    {
        var parts = name.Split('.');
        if (star)
        {
            facts.Import(name, "*", "*", line);
            return;
        }

        var type = Array.FindIndex(parts, p => p.Length > 0 && char.IsUpper(p[0]));
        var local = alias ?? parts[^1];
        if (parts.Length < 2)
            return;
        if (type <= 0 || type == parts.Length - 1)
        {
            facts.Import(string.Join('.', parts[..^1]), parts[^1], local, line);
            return;
        }

        var holder = string.Join('.', parts[..(type + 1)]);
        facts.Import(string.Join('.', parts[..type]), parts[type], holder, line);
        Expression value = new Expression.Name(holder, line);
        foreach (var part in parts.AsSpan((type + 1)..))
            value = new Expression.Member(value, part, line);
        facts.Add(new Statement.Assignment(0, new Expression.Name(local, line), value, null, line));
    }
}
