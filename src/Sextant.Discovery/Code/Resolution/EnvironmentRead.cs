using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Calls and elements that read an environment variable.</summary>
internal static class EnvironmentRead
{
    /// <summary>The name that is read, and the default; null if none is.</summary>
    public static (Expression Name, Expression? Default)? Of(Meaning.Foreign foreign, LanguageTraits traits)
    {
        if (VariableOf(foreign.Path, traits) is { } member)
            return (new Expression.Text(member, foreign.Origin.Expression.Line), null);
        if (!traits.EnvironmentReaders.Contains(foreign.Path))
            return null;
        if (ConfigurationKey.Of(foreign.Origin.Expression) is var (key, standard))
            return (key, standard);
        return foreign.Origin.Expression switch
        {
            Expression.Call { Arguments.Count: > 0 } call => (call.Argument("key", 0) ?? call.Arguments[0].Value, call.Argument("default", 1)),
            Expression.Element element => (element.Index, null),
            _ => null,
        };
    }

    /// <summary>Whether an expression is the whole environment, which a validator is given: <c>process.env</c>.</summary>
    public static bool IsAll(Expression expression) => expression is Expression.Member { Id: "env", Target: Expression.Name { Id: "process" } or Expression.Member { Id: "meta" } };

    private static string? VariableOf(string path, LanguageTraits traits)
    {
        if (traits.EnvironmentObjects.Count == 0)
            return null;
        var dot = path.LastIndexOf('.');
        var name = path[(dot + 1)..];
        return dot > 0 && traits.EnvironmentObjects.Contains(path[..dot]) && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') ? name : null;
    }
}
