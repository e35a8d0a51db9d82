using Sextant.Map;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Rules, and what was wrong with the files that gave none.</summary>
/// <param name="Rules">The rules, sorted by id.</param>
/// <param name="Errors">All mistakes, by file and place.</param>
public sealed record RuleSet(IReadOnlyList<Rule> Rules, IReadOnlyList<RuleError> Errors)
{
    /// <summary>Files that a folder of rules may hold.</summary>
    public const int MaxFiles = 5_000;

    /// <summary>Bytes that one rule's file may have.</summary>
    public const int MaxFileBytes = 1 << 20;

    /// <summary>How many rules there are, and a hash of their files' texts, for <see cref="ToolInfo.Rules"/>.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Reads every <c>*.yaml</c> and <c>*.yml</c> file in a folder and the folders in it. Links are not followed.</summary>
    /// <param name="folder">The folder, such as <c>rules/</c>.</param>
    /// <param name="frameworks">The frameworks that rules may map to, or null not to check them.</param>
    /// <param name="reading">How much of them is read; all if null.</param>
    public static RuleSet Load(string folder, FrameworkCatalog? frameworks = null, RuleReading? reading = null)
    {
        if (!Directory.Exists(folder))
            return new RuleSet([], [new RuleError(folder, 0, 0, "there is no such folder of rules")]);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 8,
            AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        };
        var paths = Directory.EnumerateFiles(folder, "*", options)
            .Where(p => p.EndsWith(".yaml", StringComparison.Ordinal) || p.EndsWith(".yml", StringComparison.Ordinal))
            .Take(MaxFiles + 1).Order(StringComparer.Ordinal).ToArray();
        var set = Read(paths.Take(MaxFiles).Select(p => (p.Replace('\\', '/'), TextOf(p))), frameworks, reading: reading);
        return paths.Length <= MaxFiles
            ? set
            : set with { Errors = [.. set.Errors, new RuleError(folder, 0, 0, $"more than {MaxFiles:N0} files; the rest was not read")] };
    }

    /// <summary>Reads rules from texts.</summary>
    /// <param name="files">Paths, for messages and ids, and texts; a null text is a file that is too large or cannot be read.</param>
    /// <param name="frameworks">The frameworks that rules may map to, or null not to check them.</param>
    /// <param name="reading">How much of them is read; all if null.</param>
    /// <param name="facets">The facets that rules may ask for; those of <see cref="Vocabulary"/> if null.</param>
    public static RuleSet Read(
        IEnumerable<(string Path, string? Text)> files, FrameworkCatalog? frameworks = null, IReadOnlyDictionary<string, Facet>? facets = null,
        RuleReading? reading = null)
    {
        var inputs = files.ToArray();
        var results = new (Rule? Rule, IReadOnlyList<RuleError> Errors)[inputs.Length];
        Parallel.For(0, inputs.Length, i => results[i] = inputs[i].Text is { } text
            ? RuleReader.Read(inputs[i].Path, text, facets ?? Vocabulary.Facets, frameworks, reading ?? RuleReading.Whole)
            : (null, [new RuleError(inputs[i].Path, 0, 0, $"the file cannot be read or is larger than {MaxFileBytes >> 10} KiB")]));
        var errors = results.SelectMany(r => r.Errors).ToList();
        var rules = new SortedDictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in results.Select(r => r.Rule).OfType<Rule>())
        {
            if (!rules.TryAdd(rule.Id, rule))
                errors.Add(new RuleError(rule.File, 1, 1, $"the rule '{rule.Id}' is also in {rules[rule.Id].File}"));
        }

        return new RuleSet([.. rules.Values], errors) { Fingerprint = $"{rules.Count}/{StableHash.Hex(inputs.Select(i => i.Text ?? ""))}" };
    }

    private static string? TextOf(string path)
    {
        try
        {
            return new FileInfo(path).Length > MaxFileBytes ? null : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
