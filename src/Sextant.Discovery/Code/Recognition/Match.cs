using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>A place in code that the catalog knows.</summary>
/// <param name="Entry">What the catalog says of it.</param>
/// <param name="Place">The expression that matched: a call, a decorator, a base class, a name.</param>
/// <param name="Definition">The function or class that is decorated or derived.</param>
/// <param name="Binding">The variable, attribute or function by whose name the result is known; empty if none.</param>
/// <param name="Symbol">The symbol path that matched.</param>
internal sealed record Match(RecognitionEntry Entry, Located Place, Scope? Definition, string Binding, string Symbol)
{
    /// <summary>The call, if it is one.</summary>
    public Expression.Call? Call => Place.Expression as Expression.Call;

    /// <summary>The file.</summary>
    public string Path => Place.Unit.Path;

    /// <summary>The line for evidence.</summary>
    public int Line => Definition?.NameLine ?? Place.Expression.Line;

    /// <summary>The last name of the symbol, without calls: <c>ChatOpenAI</c>.</summary>
    public string ShortName
    {
        get
        {
            var symbol = Symbol.EndsWith("()", StringComparison.Ordinal) ? Symbol[..^2] : Symbol;
            var name = symbol[(symbol.LastIndexOf('.') + 1)..];
            // New says nothing: the package is what is made.
            return name == "New" && symbol.Contains('/', StringComparison.Ordinal) ? SymbolPath.Library(symbol) : name;
        }
    }
}
