using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>A call of a function of the repository, and where it stands.</summary>
internal readonly record struct CallSite(CodeUnit Unit, int Scope, Expression.Call Call);

/// <summary>Parameters: what the calls in the repository give them.</summary>
internal sealed partial class MeaningFinder
{
    /// <summary>Calls of one function that are followed.</summary>
    private const int MaxCallers = 8;

    /// <summary>Calls of the right name that are looked at to find them.</summary>
    private const int MaxCandidates = 32;

    /// <summary>Expressions looked at to say whether a call means a function.</summary>
    private const int CalleeSteps = 60;

    private readonly Lazy<Dictionary<string, List<CodeUnit>>> _unitsCalling = new(() => UnitsCalling(units, indexOf));

    /// <summary>What calls of its function give a parameter; empty if there are none, or it is left to its default everywhere.</summary>
    private List<Meaning> OfArguments(CodeUnit unit, Scope function, Parameter parameter, Query query)
    {
        var all = new List<Meaning>();
        if (!query.FollowsCallers || function.Name.Length == 0)
            return all;
        var calls = CallersOf(unit, function);
        foreach (var call in calls)
        {
            if (ArgumentOf(call.Call, Positional(unit, function, call.Call), parameter.Name) is { } argument)
                AddAll(all, [.. Of(new Site(call.Unit, call.Scope, argument), query).Select(m => m with { IsArgument = true })], calls.Count > 1 ? TextSource.Choice : TextSource.Constant);
        }

        return all;
    }

    /// <summary>What the making of objects gives a field of a class that has no constructor of its own (a dataclass, a model of fields).</summary>
    private List<Meaning> OfFieldArguments(CodeUnit unit, Scope type, string field, Query query)
    {
        var all = new List<Meaning>();
        if (!query.FollowsCallers || ConstructorOf(unit, type) is not null)
            return all;
        var calls = CallersOf(unit, type);
        var fields = Fields(unit, type);
        foreach (var call in calls)
        {
            if (ArgumentOf(call.Call, fields, field) is { } argument)
                AddAll(all, Of(new Site(call.Unit, call.Scope, argument), query), calls.Count > 1 ? TextSource.Choice : TextSource.Constant);
        }

        return all;
    }

    /// <summary>What the call that made an object gave one of its members; empty if that is not seen.</summary>
    private List<Meaning> OfOwnArgument(Meaning.Instance instance, string name, Query query)
    {
        var all = new List<Meaning>();
        if (instance.Origin.Expression is not Expression.Call call)
            return all;
        var argument = ConstructorOf(instance.Unit, instance.Class) is { } constructor
            ? ParameterAssigned(instance.Unit, instance.Class, constructor, name) is { } parameter ? ArgumentOf(call, Positional(instance.Unit, constructor, call), parameter) : null
            : Fields(instance.Unit, instance.Class) is { Count: > 0 } fields && fields.Contains(name) ? ArgumentOf(call, fields, name) : null;
        if (argument is not null)
            AddAll(all, Of(instance.Origin.With(argument), query), TextSource.Constant);
        return all;
    }

    /// <summary>The parameter of a constructor that is a member of the object: <c>self.model = model</c>.</summary>
    private string? ParameterAssigned(CodeUnit unit, Scope type, Scope constructor, string member)
    {
        var bindings = indexOf(unit).MembersOf(type.Number, member);
        return bindings.Count == 1 && bindings[0].Scope == constructor.Number && bindings[0] is { Elements.Count: 0, Value: Expression.Name { Id: var name } }
            && constructor.Parameters.Any(p => p.Name == name) ? name : null;
    }

    private Scope? ConstructorOf(CodeUnit unit, Scope type)
    {
        foreach (var member in (ReadOnlySpan<string>)["__init__", "constructor", type.Name])
        {
            foreach (var binding in indexOf(unit).MembersOf(type.Number, member))
            {
                if (binding.Definition is { Kind: ScopeKind.Function } constructor)
                    return constructor;
            }
        }

        return null;
    }

    /// <summary>The names of the fields that a class declares, in order.</summary>
    private static List<string> Fields(CodeUnit unit, Scope type) =>
        [.. unit.Statements.OfType<Statement.Assignment>().Where(a => a.Scope == type.Number && a.Type is not null).Select(a => a.Target).OfType<Expression.Name>().Select(n => n.Id).Distinct()];

    /// <summary>The names of the parameters that positional arguments of a call fill.</summary>
    private List<string> Positional(CodeUnit unit, Scope function, Expression.Call call)
    {
        var isMethod = function.Parent > 0 && unit.Scopes[function.Parent].Kind == ScopeKind.Class && indexOf(unit).Traits.Self is null;
        var skip = isMethod && !UnitIndex.IsDecorated(function, "staticmethod") && !(call.Callee is Expression.Member { Target: Expression.Name { Id: var owner } } && owner == unit.Scopes[function.Parent].Name);
        return [.. function.Parameters.Skip(skip ? 1 : 0).Select(p => p.Name)];
    }

    /// <summary>What a call gives a parameter: by name, by position, or from what is spread into it.</summary>
    private static Expression? ArgumentOf(Expression.Call call, List<string> parameters, string name)
    {
        var position = parameters.IndexOf(name);
        Expression? spread = null;
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i];
            if (argument.Keyword == name)
                return argument.Value;
            if (argument is { Keyword: null, Spread: false } && i == position && call.Arguments.Take(i).All(a => a is { Keyword: null, Spread: false }))
                return argument.Value;
            if (argument is { Spread: true } && spread is null)
                spread = argument.Value;
        }

        return spread is null ? null : new Expression.Element(spread, new Expression.Text(name, call.Line), call.Line);
    }

    /// <summary>The calls that mean a function or make an object of a class: of its file first, then of other files by their paths.</summary>
    private IReadOnlyList<CallSite> CallersOf(CodeUnit unit, Scope called) => indexOf(unit).CallersOf(called.Number, () => FindCallers(unit, called));

    private List<CallSite> FindCallers(CodeUnit unit, Scope called)
    {
        var type = called.Kind == ScopeKind.Class ? called
            : called.Parent > 0 && unit.Scopes[called.Parent] is { Kind: ScopeKind.Class } around && ConstructorOf(unit, around) == called ? around : null;
        var found = new List<CallSite>();
        var looked = 0;
        var isTest = PathScope.Of(unit.Path) == "test";
        var name = type?.Name ?? called.Name;
        foreach (var candidate in UnitsThatCall(unit, name))
        {
            if (candidate != unit && (candidate.Language != unit.Language || (!isTest && PathScope.Of(candidate.Path) == "test")))
                continue;
            foreach (var (scope, call) in indexOf(candidate).CallsOf(name))
            {
                if (found.Count == MaxCallers || ++looked > MaxCandidates)
                    return found;
                if (Means(new Site(candidate, scope, call.Callee), unit, type ?? called))
                    found.Add(new CallSite(candidate, scope, call));
            }
        }

        return found;
    }

    private IEnumerable<CodeUnit> UnitsThatCall(CodeUnit unit, string name) =>
        _unitsCalling.Value.TryGetValue(name, out var others) ? others.Where(u => u != unit).Prepend(unit) : [unit];

    // A question of its own, so that what is found does not depend on who asks first.
    private bool Means(Site callee, CodeUnit unit, Scope called)
    {
        foreach (var meaning in Of(callee, new Query(CalleeSteps) { FollowsCallers = false }))
        {
            if (meaning is Meaning.Defined defined && ReferenceEquals(defined.Scope, called) && defined.Unit == unit)
                return true;
        }

        return false;
    }

    private static Dictionary<string, List<CodeUnit>> UnitsCalling(IUnitSource units, Func<CodeUnit, UnitIndex> indexOf)
    {
        var calling = new Dictionary<string, List<CodeUnit>>(StringComparer.Ordinal);
        foreach (var unit in units.Units)
        {
            foreach (var name in indexOf(unit).CalledNames)
            {
                if (!calling.TryGetValue(name, out var list))
                    calling[name] = list = [];
                list.Add(unit);
            }
        }

        return calling;
    }
}
