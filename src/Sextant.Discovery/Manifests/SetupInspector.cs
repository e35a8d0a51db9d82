using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>
/// Reads setuptools' <c>setup.cfg</c>, and the literal lists of a <c>setup.py</c>; a list that code puts together is left to
/// the readers of code, and nothing is run.
/// </summary>
public sealed class SetupInspector(AiPackages catalog) : IInspector
{
    /// <inheritdoc/>
    public string Name => "setup";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["_require"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("setup.cfg", "setup.py");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var packages = new PackageRecorder(read, catalog, "pypi");
        if (file.Path.IsNamed("setup.cfg"))
            Configuration(packages, read.Text);
        else
            Script(packages, read.Text);
    }

    private static void Configuration(PackageRecorder packages, string text)
    {
        var (line, section, key) = (0, "", "");
        foreach (var written in TextLines.Of(text))
        {
            line++;
            var trimmed = written.Trim();
            if (trimmed.Length == 0 || trimmed[0] is '#' or ';')
                continue;
            var value = trimmed;
            if (trimmed[0] == '[' && trimmed[^1] == ']')
            {
                (section, key) = (trimmed[1..^1], "");
                continue;
            }

            if (!char.IsWhiteSpace(written[0]))
            {
                var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
                key = equals < 0 ? "" : trimmed[..equals].Trim();
                value = equals < 0 ? "" : trimmed[(equals + 1)..].Trim();
            }

            var lists = (section == "options" && key is "install_requires" or "setup_requires" or "tests_require") || section == "options.extras_require";
            if (lists && PythonRequirement.TryParse(value, out var requirement))
                packages.Found(requirement.Name, requirement.Pin, line);
        }
    }

    private static void Script(PackageRecorder packages, string text)
    {
        foreach (var name in (ReadOnlySpan<string>)["install_requires", "extras_require", "tests_require", "setup_requires"])
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                Literal(packages, text, at + name.Length);
        }
    }

    // The texts between the brackets that follow a name: [..], or {..} of lists. Anything but literals ends it.
    private static void Literal(PackageRecorder packages, string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '=' or '\t' or '\n' or '\r')
            at++;
        if (at >= text.Length || text[at] is not ('[' or '{'))
            return;
        var depth = 0;
        for (var i = at; i < text.Length && i - at < 50_000; i++)
        {
            if (text[i] is '[' or '{')
                depth++;
            else if (text[i] is ']' or '}' && --depth == 0)
                return;
            else if (text[i] == '#')
                i = EndOf(text, i, '\n');
            else if (text[i] is '"' or '\'')
                i = One(packages, text, i);
        }
    }

    private static int One(PackageRecorder packages, string text, int at)
    {
        var end = EndOf(text, at + 1, text[at]);
        // A text before a colon is the name of an extra.
        var isKey = text.AsSpan(Math.Min(text.Length, end + 1)).TrimStart().StartsWith(":");
        if (!isKey && end < text.Length && PythonRequirement.TryParse(text[(at + 1)..end], out var requirement))
            packages.Found(requirement.Name, requirement.Pin, text.AsSpan(0, at).Count('\n') + 1);
        return end;
    }

    private static int EndOf(string text, int from, char mark)
    {
        var end = text.IndexOf(mark, Math.Min(from, text.Length));
        return end < 0 ? text.Length : end;
    }
}
