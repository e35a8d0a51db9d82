using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Jvm;

/// <summary>Calls of the standard library that are how Java and Kotlin write lists, maps and formatted texts.</summary>
internal static class Literals
{
    /// <summary>The literal that a call stands for; the call itself if it is none.</summary>
    public static Expression Of(Expression.Call call) => call.Callee switch
    {
        Expression.Member { Target: var optional, Id: "orElse" } when call.Arguments.Count == 1 => new Expression.Operation("??", [optional, call.Arguments[0].Value], call.Line),
        Expression.Member { Id: "build", Target: var chain } when Added(chain) is { } items => new Expression.Sequence(items, call.Line),
        Expression.Member { Target: var format, Id: "formatted" } => Formatted(format, call.Arguments, call.Line),
        Expression.Member { Target: Expression.Name { Id: var type }, Id: var method } => OfStatic(call, type, method),
        Expression.Member { Target: Expression.Text or Expression.Template, Id: "format" } m => Formatted(m.Target, call.Arguments, call.Line),
        Expression.Name { Id: var function } => OfFunction(call, function),
        _ => call,
    };

    // ImmutableList.builder().add(a).add(b).build()
    private static List<Expression>? Added(Expression chain)
    {
        var items = new List<Expression>();
        while (chain is Expression.Call { Callee: Expression.Member { Id: "add" or "addAll" } step } call)
        {
            items.InsertRange(0, step.Id == "add" ? call.Arguments.Select(a => a.Value) : call.Arguments.Select(a => new Expression.Operation("*", [a.Value], a.Value.Line)));
            chain = step.Target;
        }

        return chain is Expression.Call { Callee: Expression.Member { Id: "builder", Target: Expression.Name { Id: "ImmutableList" or "ImmutableSet" } } } ? items : null;
    }

    private static Expression OfStatic(Expression.Call call, string type, string method) => (type, method) switch
    {
        ("List" or "Set" or "ImmutableList" or "ImmutableSet", "of") or ("Arrays", "asList") or ("Collections", "singletonList" or "singleton") => Sequence(call),
        ("Map" or "ImmutableMap", "of") => Mapping(call),
        ("Map", "ofEntries") => Entries(call),
        ("String", "format") when call.Arguments.Count > 0 => Formatted(call.Arguments[0].Value, [.. call.Arguments.Skip(1)], call.Line),
        ("Objects", "requireNonNullElse") when call.Arguments.Count == 2 => new Expression.Operation("??", [.. call.Arguments.Select(a => a.Value)], call.Line),
        ("List" or "Set", "copyOf") when call.Arguments.Count == 1 => call.Arguments[0].Value,
        _ => call,
    };

    private static Expression OfFunction(Expression.Call call, string function) => function switch
    {
        "listOf" or "setOf" or "arrayOf" or "mutableListOf" or "mutableSetOf" or "listOfNotNull" or "arrayListOf" => Sequence(call),
        "mapOf" or "mutableMapOf" or "hashMapOf" or "linkedMapOf" => Pairs(call),
        _ => call,
    };

    private static Expression.Sequence Sequence(Expression.Call call) =>
        new([.. call.Arguments.Select(a => a.Spread ? new Expression.Operation("*", [a.Value], a.Value.Line) : a.Value)], call.Line);

    private static Expression.Operation Formatted(Expression format, IReadOnlyList<Argument> values, int line) =>
        new Expression.Operation("%", [format, new Expression.Sequence([.. values.Select(v => v.Value)], line)], line);

    private static Expression.Mapping Mapping(Expression.Call call)
    {
        var entries = new List<(Expression? Key, Expression Value)>();
        for (var i = 0; i + 1 < call.Arguments.Count; i += 2)
            entries.Add((call.Arguments[i].Value, call.Arguments[i + 1].Value));
        return new Expression.Mapping(entries, call.Line);
    }

    private static Expression Entries(Expression.Call call)
    {
        var entries = new List<(Expression? Key, Expression Value)>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is not Expression.Call { Callee: Expression.Member { Id: "entry" } or Expression.Name { Id: "entry" }, Arguments: [var key, var value] })
                return call;
            entries.Add((key.Value, value.Value));
        }

        return new Expression.Mapping(entries, call.Line);
    }

    private static Expression Pairs(Expression.Call call)
    {
        var entries = new List<(Expression? Key, Expression Value)>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is not Expression.Operation { Operator: "to", Operands: [var key, var value] })
                return call;
            entries.Add((key, value));
        }

        return new Expression.Mapping(entries, call.Line);
    }
}
