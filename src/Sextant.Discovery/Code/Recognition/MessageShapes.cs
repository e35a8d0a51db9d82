using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Shapes in which typed libraries wrap the text of a message: an object with a role and a content, parts of a content.</summary>
internal static class MessageShapes
{
    private const int MaxDepth = 4;

    private static readonly string[] TextNames = ["Text", "Content", "Parts", "OfText", "OfString"];
    private static readonly string[] TextMakers = ["NewContentFromText", "NewPartFromText", "NewTextBlock", "Text"];

    /// <summary>The text of a message of the system; null if it is none.</summary>
    public static Expression? SystemText(Expression.Call message) => message.Callee switch
    {
        Expression.Member { Id: "SystemMessage" or "DeveloperMessage" } => message.Argument("", 0),
        Expression.Member { Id: "TextParts" or "MessageFromTextParts" } when message.Argument("", 0) is { } role && IsSystem(role) => message.Argument("", 1),
        _ when message.Argument("Role") is { } role && IsSystem(role) => message.Argument("Content") ?? message.Argument("Parts"),
        _ => null,
    };

    /// <summary>The text that an object of a message or content holds; null if the expression is no such object.</summary>
    public static Expression? TextInside(Expression value)
    {
        Expression? found = null;
        for (var i = 0; i < MaxDepth && Inner(value) is { } inner; i++)
            found = value = inner;
        return found;
    }

    private static Expression? Inner(Expression value) => value switch
    {
        Expression.Sequence { Items: [Expression.Call only] } => Inner(only),
        Expression.Sequence { Items: [Expression.Text format, ..] } => format,
        Expression.Call { Callee: Expression.Member { Id: var made }, Arguments: [{ Keyword: null, Value: var first }, ..] } when TextMakers.Contains(made, StringComparer.Ordinal) => first,
        Expression.Call call => call.Arguments.FirstOrDefault(a => a.Keyword is { } name && TextNames.Contains(name, StringComparer.Ordinal))?.Value,
        _ => null,
    };

    private static bool IsSystem(Expression role) => role switch
    {
        Expression.Text { Value: "system" or "developer" } => true,
        Expression.Member { Id: var id } => id.EndsWith("System", StringComparison.Ordinal) || id.EndsWith("Developer", StringComparison.Ordinal),
        _ => false,
    };
}
