namespace Sextant.Discovery.Catalogs;

/// <summary>The catalog holds mistakes; the message has one line each, with file and line.</summary>
public sealed class CatalogException(IReadOnlyList<string> mistakes) : Exception(string.Join('\n', mistakes))
{
    /// <summary>The mistakes: <c>file:line: what is wrong</c>.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
