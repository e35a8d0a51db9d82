using System.Globalization;
using System.Text;
using Sextant.Discovery.History;

namespace Sextant.Discovery.Memory;

/// <summary>What decides what a scan sees of a repository besides its files: where its names point, and which objects are there.</summary>
internal static class GitState
{
    /// <summary>The id of the state.</summary>
    public static ContentId Of(GitDirectory git, ContentKey key)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{GitRefs.Head(git)}\n");
        foreach (var tip in GitRefs.All(git))
            text.Append(CultureInfo.InvariantCulture, $"{tip.A:x}{tip.B:x}{tip.C:x}{tip.D:x}\n");
        foreach (var name in new[] { "shallow", "config", "objects/info/alternates", "info/exclude" })
            text.Append(CultureInfo.InvariantCulture, $"{name}\n{git.ReadText(name)}\n");
        Objects(Path.Join(git.CommonPath, "objects"), text);
        return key.Of(Encoding.UTF8.GetBytes(text.ToString()), ContentPart.Whole);
    }

    private static void Objects(string folder, StringBuilder text)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true };
        if (Directory.Exists(folder))
            text.AppendJoin('\n', Directory.EnumerateDirectories(folder, "??", options).Select(Path.GetFileName).Order(StringComparer.Ordinal)).Append('\n');
        if (!Directory.Exists(Path.Join(folder, "pack")))
            return;
        foreach (var pack in new DirectoryInfo(Path.Join(folder, "pack")).EnumerateFiles("*.pack", options).OrderBy(f => f.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{pack.Name} {pack.Length}\n");
    }
}
