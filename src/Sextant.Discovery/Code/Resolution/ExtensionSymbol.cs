namespace Sextant.Discovery.Code.Resolution;

/// <summary>Symbols of methods that an opened module adds to objects of other types: <c>module.extension.method</c>.</summary>
internal static class ExtensionSymbol
{
    /// <summary>What stands between the module and the method.</summary>
    public const string Middle = ".extension.";

    /// <summary>The symbol of a method, were the module the root; known if any module has such a method.</summary>
    public static string Of(string method) => "extension." + method;

    /// <summary>The symbol of a method of a module.</summary>
    public static string Of(string module, string method) => module + Middle + method;
}
