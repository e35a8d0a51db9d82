using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Tests.Assess;

/// <summary>The rules and the catalog of the repository that the tests stand in.</summary>
internal static class RuleFiles
{
    public static string Root { get; } = FindRoot();

    public static FrameworkCatalog Frameworks { get; } = ReadFrameworks();

    public static RuleSet Set { get; } = RuleSet.Load(Path.Combine(Root, "rules"), Frameworks);

    private static FrameworkCatalog ReadFrameworks()
    {
        var path = Path.Combine(Root, "catalog", "frameworks.yaml");
        var (catalog, errors) = FrameworkCatalog.Read(path, File.ReadAllText(path));
        Assert.Empty(errors);
        return catalog;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sextant.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no repository above the tests");
    }
}
