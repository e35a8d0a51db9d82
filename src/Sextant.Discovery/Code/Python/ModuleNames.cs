namespace Sextant.Discovery.Code.Python;

/// <summary>Under which name a file is imported, were the root of the tree the root of imports.</summary>
internal static class ModuleNames
{
    private const string Package = "__init__";

    /// <summary><c>src/app/agents.py</c> is <c>src.app.agents</c>; <c>pkg/__init__.py</c> is <c>pkg</c>.</summary>
    public static string Of(string path)
    {
        var slash = path.LastIndexOf('/');
        var dot = path.LastIndexOf('.');
        var name = (dot > slash ? path[..dot] : path).Replace('/', '.');
        if (name == Package)
            return "";
        return name.EndsWith("." + Package, StringComparison.Ordinal) ? name[..^(Package.Length + 1)] : name;
    }
}
