using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>
/// The setting that .NET's configuration is asked for: <c>configuration["A:B"]</c>, <c>GetSection("A")["B"]</c>,
/// <c>GetValue("A:B", standard)</c>, <c>GetConnectionString("X")</c>, as the environment variable that sets it: <c>A__B</c>.
/// </summary>
internal static class ConfigurationKey
{
    private const int MaxSections = 8;

    /// <summary>The name of the variable, and the default; null if it is no such question or its key is put together at run time.</summary>
    public static (Expression Name, Expression? Default)? Of(Expression question)
    {
        switch (question)
        {
            case Expression.Call { Callee: var callee, Arguments: [{ Value: Expression.Text key }, ..] arguments } when Method(callee) is { } method:
                var prefix = method.Id == "GetConnectionString" ? "ConnectionStrings:" : "";
                return method.Id is "GetConnectionString" or "GetValue" or "GetRequiredValue"
                    ? (Variable(Sections(method.Target) + prefix + key.Value, key), arguments.Count > 1 ? arguments[1].Value : null) : null;
            case Expression.Element { Target: var target, Index: Expression.Text key } when Sections(target) is { } sections && (sections.Length > 0 || key.Value.Contains(':', StringComparison.Ordinal)):
                return (Variable(sections + key.Value, key), null);
            case Expression.Member { Id: "Value", Target: var section } when Sections(section) is { Length: > 0 } path:
                return (Variable(path[..^1], section), null);
            default:
                return null;
        }
    }

    private static Expression.Text Variable(string key, Expression at) => new(key.Replace(":", "__", StringComparison.Ordinal), at.Line);

    private static Expression.Member? Method(Expression callee) => callee is Expression.Element { Target: var generic } ? generic as Expression.Member : callee as Expression.Member;

    /// <summary>The sections before a key, each with its colon.</summary>
    private static string Sections(Expression target)
    {
        var path = "";
        for (var i = 0; i < MaxSections; i++)
        {
            if (target is not Expression.Call { Callee: Expression.Member { Id: "GetSection" or "GetRequiredSection", Target: var outer }, Arguments: [{ Value: Expression.Text name }, ..] })
                break;
            path = name.Value + ":" + path;
            target = outer;
        }

        return path;
    }
}
