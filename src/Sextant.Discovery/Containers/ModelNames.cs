using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>The ids of models as servers and download commands name them.</summary>
internal static class ModelNames
{
    /// <summary>A model by where its name belongs; null if the name is decided at run time or is none.</summary>
    /// <param name="authority"><c>huggingface</c> or <c>ollama</c>; anything else is a name of this repository.</param>
    /// <param name="name">The name or path.</param>
    /// <param name="tree">The repository, for what exists only in it.</param>
    public static AssetId? Id(string authority, string name, TreeContext tree)
    {
        name = name.Trim().Trim('"', '\'');
        if (name.Length is 0 or > 200 || name.Contains('$', StringComparison.Ordinal) || name.Contains(' ', StringComparison.Ordinal))
            return null;
        if (authority is "ollama" or "nvidia")
            return WellKnown.Model(authority, name);
        if (authority == "huggingface" && IsHub(name))
            return WellKnown.Model("huggingface", name.Split(':')[0].Trim('/'));
        return tree.Local(AssetKind.Model, name.TrimStart('/', '.'));
    }

    private static bool IsHub(string name) =>
        name[0] is not ('/' or '.' or '~') && name.Count('/') == 1 && !name.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("models/", StringComparison.Ordinal);
}
