using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Annotations by which a container sets a field or parameter from the environment: <c>@Value("${OPENAI_API_KEY:none}")</c>.</summary>
internal static class Injection
{
    /// <summary>The reading of the environment that an annotation asks for, as a call with the name and the default; null if none does.</summary>
    public static Expression? Of(IReadOnlyList<Expression> annotations)
    {
        foreach (var annotation in annotations)
        {
            if (annotation is not Expression.Call { Arguments.Count: > 0 } call)
                continue;
            var name = call.Callee switch { Expression.Name n => n.Id, Expression.Member m => m.Id, _ => "" };
            if (name == "Value" && (call.Argument("value", 0)) is Expression.Text placeholder)
                return OfPlaceholder(call, placeholder);
            if (name == "ConfigProperty" && call.Argument("name") is { } property)
                return Read(call, property, call.Argument("defaultValue"));
        }

        return null;
    }

    private static Expression OfPlaceholder(Expression.Call call, Expression.Text placeholder)
    {
        var text = placeholder.Value;
        if (!text.StartsWith("${", StringComparison.Ordinal) || text.IndexOf('}', StringComparison.Ordinal) != text.Length - 1)
            return text.Contains("${", StringComparison.Ordinal) || text.StartsWith('#') ? new Expression.Unknown(call.Line) : placeholder;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text[2..^1] : text[2..colon];
        return Read(call, new Expression.Text(name, placeholder.Line), colon < 0 ? null : new Expression.Text(text[(colon + 1)..^1], placeholder.Line));
    }

    private static Expression.Call Read(Expression.Call call, Expression name, Expression? standard) =>
        call with { Arguments = standard is null ? [new Argument(null, name)] : [new Argument(null, name), new Argument(null, standard)] };
}
