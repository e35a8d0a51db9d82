using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Loops over pairs that only number or name the elements: what each variable of the loop gets.</summary>
internal static class Iteration
{
    /// <summary>
    /// The value and elements of a loop variable, without the pairs: the second of <c>enumerate(x)</c> is an element of x, the
    /// second of <c>x.items()</c> is one of the values of x.
    /// </summary>
    public static (Expression? Value, IReadOnlyList<int> Elements) Simplified(Expression? value, IReadOnlyList<int> elements)
    {
        if (value is not Expression.Operation { Operator: "for", Operands: [Expression.Call call] } || elements.Count == 0)
            return (value, elements);
        var rest = elements.Skip(1).ToArray();
        switch (call)
        {
            case { Callee: Expression.Name { Id: "enumerate" }, Arguments: [{ Value: var numbered }, ..] }:
                return elements[0] == 1 ? (For(numbered), rest) : (new Expression.Unknown(call.Line), []);
            case { Callee: Expression.Name { Id: "zip" } } when elements[0] < call.Arguments.Count:
                return (For(call.Arguments[elements[0]].Value), rest);
            case { Callee: Expression.Member { Id: "items" } items, Arguments: [] }:
                var part = elements[0] == 1 ? "values" : "keys";
                return (For(new Expression.Call(new Expression.Member(items.Target, part, items.Line), [], call.Line)), rest);
            default:
                return (value, elements);
        }
    }

    private static Expression.Operation For(Expression source) => new("for", [source], source.Line);
}
