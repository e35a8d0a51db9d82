using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Manifests;

/// <summary>Reads pip's requirement files, with those that they include.</summary>
public sealed class RequirementsInspector(AiPackages catalog) : IInspector
{
    private const int MaxIncludes = 8;

    /// <inheritdoc/>
    public string Name => "requirements";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        if (!path.HasExtension(".txt", ".in"))
            return false;
        var name = path.FileName;
        return name.StartsWith("requirements", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("requirements.txt", StringComparison.OrdinalIgnoreCase)
            || path.Folder.EndsWith("requirements", StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree) => Read(new InspectedFile(Name, file, tree), []);

    private void Read(InspectedFile file, HashSet<string> seen)
    {
        seen.Add(file.Path);
        var packages = new PackageRecorder(file, catalog, "pypi");
        foreach (var (line, text) in LogicalLines(file.Text))
        {
            if (Argument(text, "-r", "--requirement") is { } included)
                Include(file, included, line, seen);
            else if (Argument(text, "-e", "--editable") is { } editable)
                Editable(packages, editable, line);
            else if (text.Contains("git+", StringComparison.Ordinal) && text.Contains("#egg=", StringComparison.Ordinal))
                Editable(packages, text, line);
            else if (!text.StartsWith('-') && PythonRequirement.TryParse(text, out var requirement))
                packages.Found(requirement.Name, requirement.Pin, line);
        }
    }

    private void Include(InspectedFile file, string included, int line, HashSet<string> seen)
    {
        var path = RelativePath.Resolve(file.Folder, included);
        if (path is null || seen.Count >= MaxIncludes)
        {
            file.Gap($"'{included}' is included from outside of the tree or too deep, and was not read", line);
            return;
        }

        // A file that is wanted by its own name is read on its own.
        if (seen.Contains(path) || Wants(new TreePath(path)))
            return;
        if (file.Tree.Files.Read(path) is { } bytes)
            Read(new InspectedFile(Name, new FileContent(new TreePath(path), bytes), file.Tree), seen);
        else
            file.Gap($"'{included}' is included and is not in the tree", line);
    }

    private static void Editable(PackageRecorder packages, string text, int line)
    {
        var egg = text.IndexOf("#egg=", StringComparison.Ordinal);
        if (egg > 0 && PythonRequirement.TryParse(text[(egg + 5)..].Split('&')[0], out var requirement))
            packages.Found(requirement.Name, PythonRequirement.PinOf($"@ {text[..egg]}"), line);
    }

    private static string? Argument(string text, string brief, string full)
    {
        foreach (var option in (ReadOnlySpan<string>)[full, brief])
        {
            if (text.StartsWith(option, StringComparison.Ordinal) && text.Length > option.Length && (text[option.Length] is ' ' or '=' or '\t' || option == brief))
                return text[option.Length..].TrimStart('=', ' ', '\t').Trim();
        }

        return null;
    }

    private static IEnumerable<(int Line, string Text)> LogicalLines(string text)
    {
        int number = 0, start = 0;
        var joined = "";
        foreach (var range in TextLines.Of(text))
        {
            number++;
            if (joined.Length == 0)
                start = number;
            var line = StripComment(range);
            if (line.EndsWith('\\') && joined.Length < 20_000)
            {
                joined += $"{line[..^1]} ";
                continue;
            }

            joined += line;
            if (joined.AsSpan().Trim().Length > 0)
                yield return (start, joined.Trim());
            joined = "";
        }

        if (joined.AsSpan().Trim().Length > 0)
            yield return (start, joined.Trim());
    }

    private static string StripComment(string line)
    {
        if (line.StartsWith('#'))
            return "";
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).TrimEnd();
    }
}
