using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>All calls that a function makes, through the functions of the repository that it calls; bounded in depth and number.</summary>
internal sealed class BodyWalk(CodeReading reading)
{
    private const int MaxDepth = 5;
    private const int MaxFunctions = 120;

    /// <summary>The matches in a function and in what it calls, each with how many calls away it is.</summary>
    public List<(Match Match, int Distance)> Matches(CodeUnit unit, Scope function) =>
        [.. Walk(unit, function).SelectMany(c => reading.IndexOf(c.Call.Unit).At(c.Call.Expression).Select(m => (m, c.Distance)))];

    /// <summary>The calls in a function and in what it calls.</summary>
    public IEnumerable<Located> Calls(CodeUnit unit, Scope function) => Walk(unit, function).Select(c => c.Call);

    private IEnumerable<(Located Call, int Distance)> Walk(CodeUnit unit, Scope function)
    {
        var seen = new HashSet<(string, int)> { (unit.Path, function.Number) };
        var next = new Queue<(CodeUnit Unit, Scope Scope, int Distance)>();
        next.Enqueue((unit, function, 0));
        while (next.TryDequeue(out var current))
        {
            var index = reading.IndexOf(current.Unit);
            foreach (var call in Calls(index, current.Scope))
            {
                yield return (call, current.Distance);
                if (index.At(call.Expression).Count == 0 && current.Distance < MaxDepth && seen.Count < MaxFunctions && Called(call) is var (to, scope) && seen.Add((to.Path, scope.Number)))
                    next.Enqueue((to, scope, current.Distance + 1));
            }
        }
    }

    private static IEnumerable<Located> Calls(MatchIndex index, Scope scope) =>
        index.Within(scope.Number).SelectMany(s => s.Expressions.SelectMany(e => e.All())
            .Where(e => e is Expression.Call).Select(e => new Located(index.Unit, s.Scope, e)));

    private (CodeUnit Unit, Scope Scope)? Called(Located call)
    {
        if (call.Expression is not Expression.Call { Callee: Expression.Name or Expression.Member } made || reading.Code.ScopeOf(call.With(made.Callee)) is not ({ } unit, { } scope))
            return null;
        if (scope.Kind == ScopeKind.Function)
            return (unit, scope);
        var constructor = reading.IndexOf(unit).ScopesIn(scope.Number).FirstOrDefault(s => s.Kind == ScopeKind.Function && s.Name is "__init__" or "constructor");
        return constructor is null ? null : (unit, constructor);
    }
}
