using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Tests.Python;

/// <summary>Facts as short lines of text, so that tests can name exactly what they expect.</summary>
internal static class FactWriter
{
    public static string[] Lines(CodeUnit unit) => [.. unit.Statements.Select(s => $"{s.Line}/{s.Scope} {Write(s)}")];

    public static string Write(Statement statement) => statement switch
    {
        Statement.Import i => $"import {i.Module} {i.Member ?? "-"} {i.Local}",
        Statement.Assignment { Type: { } type } a => $"{Write(a.Target)}: {Write(type)} = {Write(a.Value)}",
        Statement.Assignment a => $"{Write(a.Target)} = {Write(a.Value)}",
        Statement.Evaluation e => Write(e.Value),
        Statement.Return r => $"return {Write(r.Value)}",
        _ => "?",
    };

    public static string Write(Expression? expression) => expression switch
    {
        null => "-",
        Expression.Name n => n.Id,
        Expression.Member m => $"{Write(m.Target)}.{m.Id}",
        Expression.Call c => $"{Write(c.Callee)}({string.Join(", ", c.Arguments.Select(Write))})",
        Expression.Text t => $"'{t.Value.Replace("\n", "\\n", StringComparison.Ordinal)}'",
        Expression.Template t => $"t<{string.Join("|", t.Pieces.Select(Write))}>",
        Expression.Number n => n.Value,
        Expression.Flag f => f.Value ? "true" : "false",
        Expression.Nothing => "none",
        Expression.Sequence s => $"[{string.Join(", ", s.Items.Select(Write))}]",
        Expression.Mapping m => $"{{{string.Join(", ", m.Entries.Select(e => $"{(e.Key is null ? "**" : Write(e.Key) + ": ")}{Write(e.Value)}"))}}}",
        Expression.Element e => $"{Write(e.Target)}[{Write(e.Index)}]",
        Expression.Operation o => $"({o.Operator}{string.Concat(o.Operands.Select(x => " " + Write(x)))})",
        _ => "?",
    };

    private static string Write(Argument argument) =>
        (argument.Spread ? "*" : argument.Keyword is null ? "" : argument.Keyword + "=") + Write(argument.Value);
}
