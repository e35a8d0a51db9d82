using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Fields of settings classes, which environment variables of the same name set.</summary>
internal static class SettingsField
{
    /// <summary>The variable that sets a field of a class; null if it is no settings class.</summary>
    public static string? Variable(CodeUnit unit, Scope type, string field, Func<Expression, string?> symbolOf, LanguageTraits traits)
    {
        if (traits.SettingsBases.Count == 0 || !type.Bases.Any(b => symbolOf(b) is { } symbol && traits.SettingsBases.Contains(symbol)))
            return null;
        return (Prefix(unit, type) + field).ToUpperInvariant();
    }

    /// <summary>The prefix that <c>model_config = SettingsConfigDict(env_prefix="X_")</c> or an inner <c>Config</c> sets.</summary>
    private static string Prefix(CodeUnit unit, Scope type)
    {
        foreach (var statement in unit.Statements.OfType<Statement.Assignment>())
        {
            var value = statement switch
            {
                { Target: Expression.Name { Id: "model_config" }, Value: Expression.Call call } when statement.Scope == type.Number => call.Argument("env_prefix"),
                { Target: Expression.Name { Id: "model_config" }, Value: Expression.Mapping map } when statement.Scope == type.Number => map["env_prefix"],
                { Target: Expression.Name { Id: "env_prefix" } } when unit.Scopes[statement.Scope].Parent == type.Number => statement.Value,
                _ => null,
            };
            if (value is Expression.Text prefix)
                return prefix.Value;
        }

        return "";
    }
}
