using System.Collections.Concurrent;
using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Registration;

/// <summary>
/// Reads CODEOWNERS: who owns the repository and each application in it. Of several lines that match a folder, the last one
/// holds, as it does for reviews.
/// </summary>
public sealed class CodeownersInspector : IInspector
{
    private const int MaxRules = 10_000;
    private readonly ConcurrentDictionary<string, FileContent> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "codeowners";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.Value is "CODEOWNERS" or ".github/CODEOWNERS" or "docs/CODEOWNERS" or ".gitlab/CODEOWNERS";

    /// <inheritdoc/>
    public bool Keeps(TreePath path) => true;

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree) => _files[file.Path.Value] = new FileContent(file.Path, file.Bytes.ToArray());

    /// <inheritdoc/>
    public void Close(TreeContext tree)
    {
        // Only the first of these places counts.
        foreach (var path in (ReadOnlySpan<string>)[".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"])
        {
            if (!_files.TryGetValue(path, out var file))
                continue;
            Read(new InspectedFile(Name, file, tree));
            return;
        }
    }

    private static void Read(InspectedFile file)
    {
        var rules = Rules(file.Text).Take(MaxRules).ToArray();
        if (rules.LastOrDefault(r => r.Pattern is "*" or "/" or "/**" or "**") is { Pattern: not null } whole)
            Own(file, file.Tree.RepositoryId, file.Tree.Repository, whole);
        // Applications are the folders that files of the tree belong to.
        foreach (var folder in Folders(file.Tree).Where(f => f.Length > 0))
        {
            if (rules.LastOrDefault(r => Covers(r.Pattern, folder)) is { Pattern: not null } rule)
                Own(file, file.Tree.Local(AssetKind.Application, folder), folder, rule);
        }
    }

    private static IEnumerable<string> Folders(TreeContext tree) =>
        tree.Files.Paths.Select(p => p[..Math.Max(0, p.LastIndexOf('/'))]).Distinct(StringComparer.Ordinal)
            .Where(f => f.Length > 0 && Applications.FolderOf(tree.Files, $"{f}/x") == f).Order(StringComparer.Ordinal);

    private static void Own(InspectedFile file, AssetId id, string name, (string Pattern, string[] Owners, int Line) rule)
    {
        foreach (var owner in rule.Owners)
        {
            var shown = Map.Owners.NameOf(owner);
            var evidence = file.At(rule.Line, $"{rule.Pattern} belongs to {shown}");
            var who = file.Asset(Map.Owners.Of(owner), shown, evidence);
            file.Relate(id, RelationKind.OwnedBy, who, $"CODEOWNERS gives {name} to {shown}.", evidence);
        }

        if (rule.Owners.Length > 0)
            file.Asset(id, "", file.At(rule.Line, $"{rule.Pattern} has owners"), new Facets { { "owner", Map.Owners.NameOf(rule.Owners[0]) } });
    }

    private static IEnumerable<(string Pattern, string[] Owners, int Line)> Rules(string text)
    {
        var line = 0;
        foreach (var written in TextLines.Of(text))
        {
            line++;
            var words = written.Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0][0] is not ('[' or '^'))
                yield return (words[0], [.. words.Skip(1).Where(w => w.Contains('@', StringComparison.Ordinal)).Take(20)], line);
        }
    }

    // A pattern covers a folder if all files of the folder match: anchored if it has a slash before its end.
    private static bool Covers(string pattern, string folder)
    {
        var trimmed = pattern.TrimEnd('/');
        foreach (var end in (ReadOnlySpan<string>)["/**", "/*", ""])
        {
            if (trimmed.EndsWith(end, StringComparison.Ordinal))
            {
                trimmed = trimmed[..^end.Length];
                break;
            }
        }

        if (trimmed.Length == 0 || trimmed is "*" or "**" or "/")
            return true;
        var anchored = trimmed.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        trimmed = trimmed.TrimStart('/');
        var paths = folder.Split('/');
        for (var i = 0; i < paths.Length; i++)
        {
            var start = string.Join('/', paths.Take(i + 1));
            if (Glob.Matches(trimmed, start) || (!anchored && Glob.Matches(trimmed, paths[i])))
                return true;
        }

        return false;
    }
}
