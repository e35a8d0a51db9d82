using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Names: scopes, the order of assignments, imports.</summary>
internal sealed partial class MeaningFinder
{
    /// <summary>Assignments of one name that are considered.</summary>
    private const int MaxBindings = 24;

    private IReadOnlyList<Meaning> OfName(Site site, Expression.Name name, Query query)
    {
        var index = indexOf(site.Unit);
        if (index.IsLocal(name, out var local))
            return local is null ? Nothing : OfBinding(site.Unit, local, site, query);
        if (index.SelfOf(site.Scope, name.Id) is { } self)
        {
            return self.Itself
                ? [new Meaning.Defined(site.Unit, self.Class, site, TextSource.Literal)]
                : [new Meaning.Instance(site.Unit, self.Class, site, TextSource.Literal)];
        }

        if (FindBindings(index, site.Scope, name.Id) is var (scope, bindings) && bindings.Count > 0)
            return OfBindings(site.Unit, bindings, site, isOwn: scope == site.Scope, query);
        return index.Traits.SeesMembers && OfInherited(index, site, name.Id, query) is { Count: > 0 } inherited ? inherited : OfUnbound(index, site, name.Id, query);
    }

    /// <summary>What the classes around have from those that they extend.</summary>
    private IReadOnlyList<Meaning> OfInherited(UnitIndex index, Site site, string name, Query query)
    {
        for (var at = index.Unit.Scopes[site.Scope]; at.Parent >= 0; at = index.Unit.Scopes[at.Parent])
        {
            if (at is { Kind: ScopeKind.Class, Bases.Count: > 0 } && query.Follow(at))
            {
                var found = OfClassMember(site.Unit, at, name, isObject: true, site, query);
                query.Unfollow(at);
                if (found.Count > 0)
                    return found;
            }
        }

        return Nothing;
    }

    /// <summary>The bindings of a name in the innermost scope that has any. A class is seen only from its own body.</summary>
    private static (int Scope, IReadOnlyList<Binding> Bindings) FindBindings(UnitIndex index, int scope, string name)
    {
        for (var at = scope; at >= 0; at = index.Unit.Scopes[at].Parent)
        {
            if (at != scope && index.Unit.Scopes[at].Kind == ScopeKind.Class && !index.Traits.SeesMembers && !index.Unit.Scopes[at].IsOpen)
                continue;
            var found = index.BindingsOf(at, name);
            if (found.Count == 0 && index.Traits.SeesMembers && index.Unit.Scopes[at].Kind == ScopeKind.Class)
                found = index.MembersOf(at, name);
            if (index.Traits.SeesMembers && index.Unit.Scopes[at].Kind == ScopeKind.Class && found.Count == 1 && IsDeclaration(found[0]))
                found = Given(index.MembersOf(at, name));
            if (found.Count > 0)
                return (at, found);
        }

        return (-1, []);
    }

    private List<Meaning> OfBindings(CodeUnit unit, IReadOnlyList<Binding> bindings, Site use, bool isOwn, Query query)
    {
        if (bindings.Count == 1 && bindings[0] != use.Within)
            return [.. OfBinding(unit, bindings[0], use, query).Select(m => m.By(TextSource.Constant))];
        var all = new List<Meaning>();
        var considered = Before(bindings, use, isOwn);
        var via = considered.Count > 1 ? TextSource.Choice : TextSource.Constant;
        foreach (var binding in considered)
            AddAll(all, OfBinding(unit, binding, use, query), via);
        return all;
    }

    /// <summary>
    /// The bindings that may hold at a use, the nearest first: those before it in its own scope if there are any, back to the one
    /// that certainly took place; otherwise all, the last first.
    /// </summary>
    private static List<Binding> Before(IReadOnlyList<Binding> bindings, Site site, bool isOwn)
    {
        var before = new List<Binding>();
        for (var i = isOwn ? CountBefore(bindings, site) - 1 : -1; i >= 0 && before.Count < MaxBindings; i--)
        {
            if (site.Within is null && bindings[i].EndLine >= site.Expression.Line)
                continue;
            before.Add(bindings[i]);
            if (bindings[i].Always)
                break;
        }

        return before.Count > 0 ? before : [.. Latest(bindings).Where(b => b != site.Within)];
    }

    private static IEnumerable<Binding> Latest(IReadOnlyList<Binding> bindings)
    {
        for (var i = bindings.Count - 1; i >= Math.Max(0, bindings.Count - MaxBindings); i--)
            yield return bindings[i];
    }

    /// <summary>How many bindings, which are in order, come before the one whose value a use stands in, or before the line of the use.</summary>
    private static int CountBefore(IReadOnlyList<Binding> bindings, Site site)
    {
        var (low, high) = (0, bindings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var isBefore = site.Within is { } within ? Binding.Compare(bindings[middle], within) < 0 : bindings[middle].Line < site.Expression.Line;
            (low, high) = isBefore ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private IReadOnlyList<Meaning> OfUnbound(UnitIndex index, Site site, string name, Query query)
    {
        if (index.Traits.Extensions)
            return OfOpened(index, site, name, query);
        for (var i = index.StarImports.Count - 1; i >= 0; i--)
        {
            var import = index.StarImports[i] with { Member = name, Local = name };
            if (OfRepositoryMember(site.Unit, import, site, query) is { Count: > 0 } found)
                return found;
        }

        if (index.Traits.Builtins.Contains(name))
            return [new Meaning.Foreign(index.Traits.BuiltinModule + "." + name, site, TextSource.Literal)];
        var outside = index.StarImports.Where(i => !i.Module.StartsWith('.') && !units.UnitsOfModule(i.Module, name, site.Unit).Any())
            .Select(i => i.Module + "." + name).Distinct(StringComparer.Ordinal).ToArray();
        var meant = outside.Length > 1 ? Array.Find(outside, path => Knows(index, path)) : outside.FirstOrDefault();
        return meant is null ? Nothing : [new Meaning.Foreign(meant, site, TextSource.Literal)];
    }

    /// <summary>A name in a language where every file opens many modules: where it is looked for is found out once.</summary>
    private IReadOnlyList<Meaning> OfOpened(UnitIndex index, Site site, string name, Query query)
    {
        if (index.Traits.Builtins.Contains(name))
            return [new Meaning.Foreign(index.Traits.BuiltinModule + "." + name, site, TextSource.Literal)];
        var opened = index.Opened(name, n => Opened(index, n));
        foreach (var unit in opened.Units)
        {
            if (OfModuleMember(unit, name, site, query) is { Count: > 0 } found)
                return found;
        }

        return opened.Symbol is null ? Nothing : [new Meaning.Foreign(opened.Symbol, site, TextSource.Literal)];
    }

    private (IReadOnlyList<CodeUnit> Units, string? Symbol) Opened(UnitIndex index, string name)
    {
        var found = new List<CodeUnit>();
        string? symbol = null;
        for (var i = index.StarImports.Count - 1; i >= 0; i--)
        {
            var module = index.StarImports[i].Module;
            foreach (var match in units.UnitsOfModule(module, name, index.Unit))
                found.Add(match.Unit);
            if (symbol is null && module.Length > 0 && Knows(index, module + "." + name))
                symbol = module + "." + name;
        }

        return ([.. found.Distinct()], symbol ?? (Knows(index, name) ? name : null));
    }

    private IReadOnlyList<Meaning> OfImport(CodeUnit unit, Statement.Import import, Site use, Query query)
    {
        if (import.Member is null)
            return [OfModule(unit, !import.Module.Contains('/', StringComparison.Ordinal) && import.Local == import.Module.Split('.', 2)[0] ? import.Local : import.Module, use)];
        var found = OfRepositoryMember(unit, import, use, query);
        if (found.Count > 0)
            return found;
        var path = import.Module.TrimStart('.') is var plain && plain.Length > 0 ? plain + "." + import.Member : import.Member;
        var isOwn = import.Module.StartsWith('.') || units.UnitsOfModule(import.Module, import.Member, unit).Any(m => m.Certain);
        return [OfEnvironment(new Meaning.Foreign(isOwn ? "~" + path : path, use, TextSource.Literal), query)];
    }

    private Meaning OfModule(CodeUnit unit, string module, Site use)
    {
        foreach (var match in units.UnitsOfModule(module, null, unit))
        {
            if (match.Certain)
                return new Meaning.Module(match.Unit, use, TextSource.Literal);
        }

        return new Meaning.Foreign(module, use, TextSource.Literal);
    }

    /// <summary>What a module of the repository has under the name that is imported from it; empty if it is from outside.</summary>
    private IReadOnlyList<Meaning> OfRepositoryMember(CodeUnit unit, Statement.Import import, Site use, Query query)
    {
        var member = import.Member ?? "";
        foreach (var match in units.UnitsOfModule(import.Module, member, unit))
        {
            if (OfModuleMember(match.Unit, member, use, query) is { Count: > 0 } found)
                return found;
            if (member == "default" && match.Certain && indexOf(match.Unit).Traits.ObjectLiterals)
                return [new Meaning.Module(match.Unit, use, TextSource.Literal)];
        }

        var module = import.Module.EndsWith('.') ? import.Module + member : import.Module + "." + member;
        return units.UnitsOfModule(module, null, unit).FirstOrDefault(m => m.Certain) is { Unit: { } submodule }
            ? [new Meaning.Module(submodule, use, TextSource.Literal)]
            : Nothing;
    }

    /// <summary>What a name means in a module, seen from outside.</summary>
    private IReadOnlyList<Meaning> OfModuleMember(CodeUnit unit, string name, Site use, Query query)
    {
        if (!query.Enter())
            return Nothing;
        var index = indexOf(unit);
        var bindings = index.BindingsOf(0, name);
        var found = bindings.Count > 0 ? OfBindings(unit, bindings, use, isOwn: false, query) : Nothing;
        for (var i = index.StarImports.Count - 1; i >= 0 && index.Traits.Reexports && bindings.Count == 0 && found.Count == 0; i--)
            found = OfRepositoryMember(unit, index.StarImports[i] with { Member = name, Local = name }, use, query);
        // What a module exports may be one object: module.exports = { name: … }.
        if (found.Count == 0 && bindings.Count == 0 && index.Traits.ObjectLiterals && name != "default" && index.BindingsOf(0, "default") is [{ Value: Expression.Mapping } only])
            found = MemberOf(new Meaning.Constant(new Site(unit, 0, only.Value), TextSource.Constant), name, use, query);
        query.Leave();
        return found;
    }
}
