using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Calls and elements that read an environment variable.</summary>
internal static class EnvironmentRead
{
    /// <summary>The name that is read, and the default; null if none is.</summary>
    public static (Expression Name, Expression? Default)? Of(Meaning.Foreign foreign, LanguageTraits traits)
    {
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
}
