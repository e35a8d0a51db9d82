using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Settings;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Members of objects, classes and modules.</summary>
internal sealed partial class MeaningFinder
{
    private List<Meaning> OfMember(Site site, Expression.Member member, Query query)
    {
        var all = OfAssignedPath(site, member.Id, query);
        foreach (var owner in Of(site.With(member.Target), query))
            AddAll(all, MemberOf(owner, member.Id, site, query), owner.Via);
        if (indexOf(site.Unit) is { Traits.Extensions: true } index && !all.Any(m => m is Meaning.Defined) && ExtensionOf(index, member.Id) is { } extension)
            return [new Meaning.Foreign(extension, site, TextSource.Literal)];
        return all.Count > 0 ? all : [new Meaning.Constant(site, TextSource.Literal)];
    }

    /// <summary>The method of that name that an opened module adds to objects; null if none is known.</summary>
    private string? ExtensionOf(UnitIndex index, string name)
    {
        if (!Knows(index, ExtensionSymbol.Of(name)))
            return null;
        for (var i = index.StarImports.Count - 1; i >= 0; i--)
        {
            var symbol = ExtensionSymbol.Of(index.StarImports[i].Module, name);
            if (Knows(index, symbol))
                return symbol;
        }

        return null;
    }

    private bool Knows(UnitIndex index, string symbol) => isKnown(index.Unit.Language, symbol) || index.Traits.Knows(symbol);

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
        { Origin: { Expression: Expression.Call made } origin } and (Meaning.Instance or Meaning.Foreign)
            when indexOf(origin.Unit).Traits.SpreadTypes && made.Arguments.FirstOrDefault(a => a.Keyword == name) is { Value: var given } => Of(origin.With(given), query),
        Meaning.Foreign foreign => [OfForeignMember(foreign, name, site, query)],
        Meaning.Module module => OfModulePath(module, name, site, query),
        Meaning.Defined { Scope.Kind: ScopeKind.Class } type => OfClassMember(type.Unit, type.Scope, name, isObject: false, site, query) is { Count: > 0 } found
            ? found
            : [new Meaning.Foreign(type.Symbol + "." + name, site, TextSource.Literal)],
        Meaning.Instance instance when OfOwnArgument(instance, name, query) is { Count: > 0 } given => given,
        Meaning.Instance instance when OfConventionalMember(instance.Unit, instance.Class, name) is { Count: > 0 } document && indexOf(instance.Unit).MembersOf(instance.Class.Number, name).Count == 0 => document,
        Meaning.Instance instance => OfClassMember(instance.Unit, instance.Class, name, isObject: true, site, query) is { Count: > 0 } found
            ? found
            : [new Meaning.Foreign((OfKnownBase(instance, query) ?? instance.Symbol) + "." + name, site, TextSource.Literal)],
        Meaning.Defined function => [new Meaning.Foreign(function.Symbol + "." + name, site, TextSource.Literal)],
        Meaning.Constant { Origin: { Expression: Expression.Mapping document } origin } when LoadedDocument.Is(origin.Unit) => OfDocumentMember(origin, document, name, query),
        Meaning.Constant { Origin: { Expression: Expression.Mapping mapping } origin } when indexOf(origin.Unit).Traits.ObjectLiterals =>
            Entry(origin, mapping, site.With(new Expression.Text(name, site.Expression.Line)), query),
        Meaning.Constant { Origin: { Expression: Expression.Mapping map } origin } when map[name] is { } entry => Of(origin.With(entry), query),
        Meaning.Constant when name == "value" => [owner],
        _ => Nothing,
    };

    /// <summary>The type from outside that a class extends, if it is one that matters: what the class does not have, that type has.</summary>
    private string? OfKnownBase(Meaning.Instance instance, Query query)
    {
        if (!indexOf(instance.Unit).Traits.Builders)
            return null;
        foreach (var type in instance.Class.Bases)
        {
            var named = type is Expression.Element generic ? generic.Target : type;
            if (SymbolOf(new Site(instance.Unit, instance.Class.Parent, named), query) is { } symbol && symbol[0] != '~' && isKnown(instance.Unit.Language, symbol))
                return symbol + "()";
        }

        return null;
    }

    private Meaning OfForeignMember(Meaning.Foreign owner, string name, Site site, Query query)
    {
        var traits = indexOf(site.Unit).Traits;
        // What a validator is given, it gives back: schema.parse(process.env).
        if (traits.EnvironmentObjects.Count > 0 && owner.Origin.Expression is Expression.Call checks && checks.Arguments.Any(a => EnvironmentRead.IsAll(a.Value)))
            return OfEnvironment(new Meaning.Foreign("builtins.process.env." + name, site, TextSource.Literal), query);
        if (BuilderSymbol.Ends(name) && traits.Builders && BuilderSymbol.Product(owner.Path) is { } product)
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
        var all = OfOwnMembers(unit, type, name, isObject, site, query);
        if (all.Count == 0 && indexOf(unit).Traits.SpreadTypes)
            all = OfMemberElsewhere(unit, type, name, isObject, site, query);
        for (var i = 0; i < type.Bases.Count && all.Count == 0; i++)
        {
            foreach (var parent in Of(new Site(unit, type.Parent, type.Bases[i]), query).OfType<Meaning.Defined>())
                AddAll(all, OfClassMember(parent.Unit, parent.Scope, name, isObject, site, query), TextSource.Literal);
        }

        query.Leave();
        return all;
    }

    private List<Meaning> OfOwnMembers(CodeUnit unit, Scope type, string name, bool isObject, Site site, Query query)
    {
        var bindings = indexOf(unit).MembersOf(type.Number, name);
        if (indexOf(unit).Traits.SpreadTypes && bindings.Count > 1)
            return OfField(unit, type, name, bindings, site, query);
        bindings = Given(bindings);
        var all = new List<Meaning>();
        var via = bindings.Count > 1 ? TextSource.Choice : TextSource.Constant;
        foreach (var binding in Latest(bindings))
            AddAll(all, OfOwnMember(unit, type, name, binding, isObject, site, query), via);
        return all;
    }

    /// <summary>A field that is declared with its type and given values where objects are made: the values, or the type if they say nothing.</summary>
    private List<Meaning> OfField(CodeUnit unit, Scope type, string name, IReadOnlyList<Binding> bindings, Site site, Query query)
    {
        var given = bindings.Where(b => b.Type is null).ToArray();
        var all = new List<Meaning>();
        foreach (var binding in Latest(given))
            AddAll(all, OfOwnMember(unit, type, name, binding, isObject: true, site, query), given.Length > 1 ? TextSource.Choice : TextSource.Constant);
        if (all.Exists(m => m.Symbol is not null || m.Origin.Expression is not (Expression.Name or Expression.Member or Expression.Element or Expression.Call)))
            return all;
        foreach (var binding in Latest([.. bindings.Where(b => b.Type is not null)]))
            AddAll(all, OfOwnMember(unit, type, name, binding, isObject: true, site, query), TextSource.Constant);
        return all;
    }

    /// <summary>A member of a class of which parts stand in other files of the package: the method's file, then the type's.</summary>
    private List<Meaning> OfMemberElsewhere(CodeUnit unit, Scope type, string name, bool isObject, Site site, Query query)
    {
        foreach (var declared in (ReadOnlySpan<string>)[$"{type.Name}.{name}", type.Name])
        {
            foreach (var (other, _) in units.UnitsOfModule(".", declared, unit))
            {
                if (other.Path == unit.Path || other.Scopes.FirstOrDefault(s => s.Kind == ScopeKind.Class && s.Name == type.Name) is not { } part)
                    continue;
                if (OfOwnMembers(other, part, name, isObject, site, query) is { Count: > 0 } found)
                    return found;
            }
        }

        return [];
    }

    /// <summary>Without the declaration that only says the type, if the member gets a value elsewhere.</summary>
    private static IReadOnlyList<Binding> Given(IReadOnlyList<Binding> bindings) =>
        bindings.Count > 1 && bindings.Any(b => b.Value is not null) && bindings.Any(IsDeclaration) ? [.. bindings.Where(b => !IsDeclaration(b))] : bindings;

    private static bool IsDeclaration(Binding binding) => binding is { Value: null, Type: not null, Definition: null, Import: null, Parameter: null };

    private IReadOnlyList<Meaning> OfOwnMember(CodeUnit unit, Scope type, string name, Binding binding, bool isObject, Site site, Query query)
    {
        var traits = indexOf(unit).Traits;
        if (binding.Definition is { Kind: ScopeKind.Function } function && isObject && traits.PropertyDecorators.Any(p => UnitIndex.IsDecorated(function, p)))
            return ResultsOf(unit, function, site, query);
        var found = binding is { Definition: null, Type: not null } && binding.Scope == type.Number && OfFieldArguments(unit, type, name, query) is { Count: > 0 } given
            ? [.. given, .. OfBinding(unit, binding, site, query).Where(m => m.Symbol is null || !given.Exists(g => g.Symbol is not null))]
            : OfBinding(unit, binding, site, query);
        if (binding.Definition is not null || binding.Type is null || SettingsField.Variable(unit, type, name, b => SymbolOf(new Site(unit, type.Parent, b), query), traits) is not { } variable)
            return found;
        if (found.Count == 0)
            found = [new Meaning.Constant(site, TextSource.Literal)];
        return [.. found.Select(m => m.By(TextSource.Default) with { Variable = variable })];
    }
}
