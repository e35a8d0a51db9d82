namespace Sextant.Discovery.Catalogs;

/// <summary>The parts of a symbol. A module may be a path, whose dots separate nothing: <c>github.com/openai/openai-go.NewClient</c>.</summary>
internal static class SymbolPath
{
    /// <summary>The parts of a symbol.</summary>
    public static string[] Split(string symbol)
    {
        var root = RootLength(symbol);
        return root == 0 ? symbol.Split('.') : [symbol[..root], .. root == symbol.Length ? [] : symbol[(root + 1)..].Split('.')];
    }

    /// <summary>The last name of the module of a symbol: the library that it is of.</summary>
    public static string Library(string symbol)
    {
        var root = RootLength(symbol);
        return root == 0 ? symbol.Split('.', '(')[0] : symbol[(symbol.LastIndexOf('/', root - 1) + 1)..root];
    }

    private static int RootLength(string symbol)
    {
        // Only the first name is a path; a slash further on is in no symbol.
        var slash = symbol.LastIndexOf('/');
        if (slash < 0)
            return 0;
        var dot = symbol.IndexOf('.', slash);
        return dot < 0 ? symbol.Length : dot;
    }
}
