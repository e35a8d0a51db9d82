using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>What an expression means after everything was followed.</summary>
/// <param name="Origin">The expression at which following ended.</param>
/// <param name="Via">How it was reached: directly, by a name, by a default, or as one of several.</param>
internal abstract record Meaning(Site Origin, TextSource Via)
{
    /// <summary>The symbol path; null for a constant.</summary>
    public virtual string? Symbol => null;

    /// <summary>The environment variable that sets it at run time, if one does.</summary>
    public string? Variable { get; init; }

    /// <summary>Whether a parameter gets it from a call.</summary>
    public bool IsArgument { get; init; }

    /// <summary>The same, reached at least this indirectly.</summary>
    public Meaning By(TextSource via) => via > Via ? this with { Via = via } : this;

    /// <summary>Something from outside, or that nothing more is known of.</summary>
    public sealed record Foreign(string Path, Site Origin, TextSource Via) : Meaning(Origin, Via)
    {
        public override string Symbol => Path;
    }

    /// <summary>A module of the repository.</summary>
    public sealed record Module(CodeUnit Unit, Site Origin, TextSource Via) : Meaning(Origin, Via)
    {
        public override string Symbol => "~" + Unit.Module;
    }

    /// <summary>A class or function of the repository, itself.</summary>
    public sealed record Defined(CodeUnit Unit, Scope Scope, Site Origin, TextSource Via) : Meaning(Origin, Via)
    {
        public override string Symbol => PathOf(Unit, Scope);
    }

    /// <summary>An object of a class of the repository.</summary>
    public sealed record Instance(CodeUnit Unit, Scope Class, Site Origin, TextSource Via) : Meaning(Origin, Via)
    {
        public override string Symbol => PathOf(Unit, Class) + "()";
    }

    /// <summary>A constant, or an expression that stands for nothing else: it is its own origin.</summary>
    public sealed record Constant(Site Origin, TextSource Via) : Meaning(Origin, Via);

    /// <summary><c>~module.Class.method</c>.</summary>
    private static string PathOf(CodeUnit unit, Scope scope)
    {
        var path = scope.Name;
        for (var parent = scope.Parent; parent > 0; parent = unit.Scopes[parent].Parent)
            path = unit.Scopes[parent].Name + "." + path;
        return "~" + unit.Module + "." + path;
    }
}
