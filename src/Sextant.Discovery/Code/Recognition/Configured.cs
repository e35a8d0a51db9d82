using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// What is put into an object after it is made: by calls on its name (<c>builder.AddOpenAIChatCompletion(…)</c>,
/// <c>kernel.Plugins.AddFromType&lt;T&gt;()</c>) and by the calls of the chain that makes it.
/// </summary>
internal sealed class Configured(CodeReading reading)
{
    private const int MaxDepth = 6;
    private const int MaxChain = 40;

    /// <summary>The matches of a kind that configure a value, in order; each once.</summary>
    public IEnumerable<Match> Of(Located value, RecognitionKind kind) =>
        LanguageTraits.Of(value.Unit.Language).Extensions ? In(value, 0).Where(m => m.Entry.Kind == kind).Distinct() : [];

    private IEnumerable<Match> In(Located value, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var match in OnName(value))
            yield return match;
        foreach (var one in reading.Values(value))
        {
            foreach (var match in ReferenceEquals(one.Expression, value.Expression) ? [] : OnName(one))
                yield return match;
            foreach (var match in InChain(one, depth))
                yield return match;
        }
    }

    private IEnumerable<Match> InChain(Located value, int depth)
    {
        var at = value.Expression;
        for (var i = 0; i < MaxChain; i++)
        {
            foreach (var match in reading.IndexOf(value.Unit).At(at))
                yield return match;
            var next = at switch
            {
                Expression.Call { Callee: Expression.Element { Target: Expression.Member generic } } => generic.Target,
                Expression.Call { Callee: Expression.Member method } => method.Target,
                Expression.Member member => member.Target,
                _ => null,
            };
            if (next is null)
                yield break;
            at = next;
            if (at is not Expression.Name)
                continue;
            foreach (var match in In(value.With(at), depth + 1))
                yield return match;
            yield break;
        }
    }

    /// <summary>The matches that are calls on a name, wherever the name means the same.</summary>
    private IEnumerable<Match> OnName(Located value)
    {
        var name = value.Expression switch
        {
            Expression.Name plain => plain.Id,
            Expression.Member { Target: Expression.Name { Id: "this" } } member => member.Id,
            _ => null,
        };
        if (name is null or "this")
            return [];
        var index = reading.IndexOf(value.Unit);
        var home = Home(index, value.Scope, name);
        return index.Matches.Where(m => m.Call is { } call && RootOf(call) == name && Home(index, m.Place.Scope, name) == home);
    }

    /// <summary>The innermost scope that gives a name a value or takes it as a parameter; the outermost if none does.</summary>
    private static int Home(MatchIndex index, int scope, string name)
    {
        for (var at = scope; at > 0; at = index.Unit.Scopes[at].Parent)
        {
            if (index.Unit.Scopes[at].Parameters.Any(p => p.Name == name) || index.In(at).Any(s => s is Statement.Assignment { Target: Expression.Name target } && target.Id == name))
                return at;
        }

        return 0;
    }

    private static string? RootOf(Expression.Call call)
    {
        Expression at = call;
        for (var i = 0; i < MaxChain; i++)
        {
            switch (at)
            {
                case Expression.Call inner: at = inner.Callee; break;
                case Expression.Element element: at = element.Target; break;
                case Expression.Member { Target: Expression.Name { Id: "this" } } own: return own.Id;
                case Expression.Member member: at = member.Target; break;
                case Expression.Name name: return i == 1 ? null : name.Id;
                default: return null;
            }
        }

        return null;
    }
}
