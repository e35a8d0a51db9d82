using System.Runtime.CompilerServices;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Follows names through the units of a repository. Thread-safe; the cost of each question is bounded.</summary>
public sealed class CodeResolver : ICodeResolver
{
    private readonly ConditionalWeakTable<CodeUnit, UnitIndex> _indexes = [];
    private readonly MeaningFinder _meanings;
    private readonly TextFinder _texts;

    /// <param name="units">Where the other files of the repository are found.</param>
    /// <param name="configuration">The value that a file of the repository gives an environment variable, if one does.</param>
    /// <param name="isKnown">
    /// Whether something from outside of that language and symbol is worth meaning: decides between several opened namespaces
    /// that may each give a name.
    /// </param>
    public CodeResolver(IUnitSource units, Func<string, ResolvedText?>? configuration = null, Func<string, string, bool>? isKnown = null)
    {
        _meanings = new MeaningFinder(units, IndexOf, isKnown ?? ((_, _) => false));
        _texts = new TextFinder(_meanings, IndexOf, configuration);
    }

    /// <inheritdoc/>
    public string? SymbolOf(Located expression) => Ask(expression, _meanings.SymbolOf);

    /// <inheritdoc/>
    public IReadOnlyList<ResolvedText> TextsOf(Located expression) => Ask(expression, _texts.Of);

    /// <inheritdoc/>
    public Located DefinitionOf(Located expression) => Ask(expression, _meanings.Of) switch
    {
        [{ Via: not TextSource.Default } only] => only.Origin.Located,
        _ => expression,
    };

    /// <inheritdoc/>
    public (CodeUnit Unit, Scope Scope)? ScopeOf(Located expression)
    {
        foreach (var meaning in Ask(expression, _meanings.Of))
        {
            if (meaning is Meaning.Defined defined)
                return (defined.Unit, defined.Scope);
        }

        return null;
    }

    /// <inheritdoc/>
    public string? VariableOf(Located expression) => Ask(expression, _meanings.Of).FirstOrDefault(m => m.Variable is not null)?.Variable;

    private T Ask<T>(Located located, Func<Site, Query, T> question)
    {
        var index = IndexOf(located.Unit);
        var query = index.Ask();
        var answer = question(new Site(located.Unit, located.Scope, located.Expression), query);
        index.Spend(query);
        return answer;
    }

    private UnitIndex IndexOf(CodeUnit unit) => _indexes.GetValue(unit, u => new UnitIndex(u));
}
