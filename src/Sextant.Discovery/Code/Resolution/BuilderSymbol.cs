namespace Sextant.Discovery.Code.Resolution;

/// <summary>Symbols of builders: <c>a.X.builder()</c>, <c>a.X.newBuilder()</c>, <c>a.X.Builder()</c> and <c>a.XBuilder()</c> make an <c>a.X</c>.</summary>
internal static class BuilderSymbol
{
    /// <summary>The method that ends a builder.</summary>
    public const string End = "build";

    private const string Suffix = "Builder";

    /// <summary>The symbol of the type that a builder makes; null if the symbol is that of no builder.</summary>
    public static string? Product(string symbol)
    {
        if (!symbol.EndsWith("()", StringComparison.Ordinal))
            return null;
        var dot = symbol.LastIndexOf('.');
        var last = symbol.AsSpan((dot + 1)..^2);
        if (dot > 0 && last is "builder" or "newBuilder" or Suffix)
            return symbol[..dot];
        return last.Length > Suffix.Length && last.EndsWith(Suffix, StringComparison.Ordinal) && char.IsUpper(last[0]) ? symbol[..^(Suffix.Length + 2)] : null;
    }

    /// <summary>The builder on which a symbol is a method; null if it is none.</summary>
    public static string? Owner(string symbol) => symbol.LastIndexOf('.') is > 0 and var dot && Product(symbol[..dot]) is not null ? symbol[..dot] : null;
}
