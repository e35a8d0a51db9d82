using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Members of objects, classes and modules.</summary>
internal sealed partial class MeaningFinder
{
    private List<Meaning> OfMember(Site site, Expression.Member member, Query query)
    {
        var all = OfAssignedPath(site, member.Id, query);
        foreach (var owner in Of(site.With(member.Target), query))
            AddAll(all, MemberOf(owner, member.Id, site, query), owner.Via);
        return all.Count > 0 ? all : [new Meaning.Constant(site, TextSource.Literal)];
    }

    /// <summary>What was assigned to the same member or element of the same name (<c>config.model = "x"</c>).</summary>
    private List<Meaning> OfAssignedPath(Site site, string last, Query query)
    {
        var all = new List<Meaning>();
        var index = indexOf(site.Unit);
        if (!index.AssignsMember(last) || ExpressionPath.Of(site.Expression) is not var (full, _))
            return all;
        var (scope, bindings) = FindBindings(index, site.Scope, full);
        if (bindings.Count > 0)
            AddAll(all, OfBindings(site.Unit, bindings, site, scope == site.Scope, query), TextSource.Literal);
        return all;
    }

    private IReadOnlyList<Meaning> MemberOf(Meaning owner, string name, Site site, Query query) => owner switch
    {
        Meaning.Foreign foreign => [OfForeignMember(foreign, name, site, query)],
        Meaning.Module module => OfModulePath(module, name, site, query),
        Meaning.Defined { Scope.Kind: ScopeKind.Class } type => OfClassMember(type.Unit, type.Scope, name, isObject: false, site, query) is { Count: > 0 } found
            ? found
            : [new Meaning.Foreign(type.Symbol + "." + name, site, TextSource.Literal)],
        Meaning.Instance instance => OfClassMember(instance.Unit, instance.Class, name, isObject: true, site, query) is { Count: > 0 } found
            ? found
            : [new Meaning.Foreign(instance.Symbol + "." + name, site, TextSource.Literal)],
        Meaning.Defined function => [new Meaning.Foreign(function.Symbol + "." + name, site, TextSource.Literal)],
        Meaning.Constant { Origin: { Expression: Expression.Mapping mapping } origin } when indexOf(origin.Unit).Traits.ObjectLiterals =>
            Entry(origin, mapping, site.With(new Expression.Text(name, site.Expression.Line)), query),
        Meaning.Constant when name == "value" => [owner],
        _ => Nothing,
    };

    private Meaning OfForeignMember(Meaning.Foreign owner, string name, Site site, Query query)
    {
        var traits = indexOf(site.Unit).Traits;
        // What a validator is given, it gives back: schema.parse(process.env).
        if (traits.EnvironmentObjects.Count > 0 && owner.Origin.Expression is Expression.Call checks && checks.Arguments.Any(a => EnvironmentRead.IsAll(a.Value)))
            return OfEnvironment(new Meaning.Foreign("builtins.process.env." + name, site, TextSource.Literal), query);
        if (name == BuilderSymbol.End && traits.Builders && BuilderSymbol.Product(owner.Path) is { } product)
            return new Meaning.Foreign(product, site, TextSource.Literal);
        var path = owner.Path + "." + name;
        return indexOf(site.Unit).ImportedModules.Contains(path) ? OfModule(site.Unit, path, site) : OfEnvironment(new Meaning.Foreign(path, site, TextSource.Literal), query);
    }

    private IReadOnlyList<Meaning> OfModulePath(Meaning.Module module, string name, Site site, Query query)
    {
        if (OfModuleMember(module.Unit, name, site, query) is { Count: > 0 } found)
            return found;
        var inner = new Statement.Import(0, module.Unit.Path.EndsWith("/__init__.py", StringComparison.Ordinal) ? "." : module.Unit.Module, name, name, 1);
        return OfRepositoryMember(module.Unit, inner, site, query) is { Count: > 0 } submodule
            ? submodule
            : [new Meaning.Foreign(module.Symbol + "." + name, site, TextSource.Literal)];
    }

    /// <summary>A member of a class of the repository: its own, or that of a base class of the repository.</summary>
    private IReadOnlyList<Meaning> OfClassMember(CodeUnit unit, Scope type, string name, bool isObject, Site site, Query query)
    {
        if (!query.Enter())
            return Nothing;
        var bindings = indexOf(unit).MembersOf(type.Number, name);
        var all = new List<Meaning>();
        var via = bindings.Count > 1 ? TextSource.Choice : TextSource.Constant;
        foreach (var binding in Latest(bindings))
            AddAll(all, OfOwnMember(unit, type, name, binding, isObject, site, query), via);
        for (var i = 0; i < type.Bases.Count && all.Count == 0; i++)
        {
            foreach (var parent in Of(new Site(unit, type.Parent, type.Bases[i]), query).OfType<Meaning.Defined>())
                AddAll(all, OfClassMember(parent.Unit, parent.Scope, name, isObject, site, query), TextSource.Literal);
        }

        query.Leave();
        return all;
    }

    private IReadOnlyList<Meaning> OfOwnMember(CodeUnit unit, Scope type, string name, Binding binding, bool isObject, Site site, Query query)
    {
        var traits = indexOf(unit).Traits;
        if (binding.Definition is { Kind: ScopeKind.Function } function && isObject && traits.PropertyDecorators.Any(p => UnitIndex.IsDecorated(function, p)))
            return ResultsOf(unit, function, site, query);
        var found = OfBinding(unit, binding, site, query);
        if (binding.Definition is not null || binding.Type is null || SettingsField.Variable(unit, type, name, b => SymbolOf(new Site(unit, type.Parent, b), query), traits) is not { } variable)
            return found;
        if (found.Count == 0)
            found = [new Meaning.Constant(site, TextSource.Literal)];
        return [.. found.Select(m => m.By(TextSource.Default) with { Variable = variable })];
    }
}
