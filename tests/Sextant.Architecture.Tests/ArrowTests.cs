using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Sextant.Architecture.Tests;

/// <summary>The arrows between projects run only as docs/architecture.md draws them.</summary>
public sealed class ArrowTests
{
    private static readonly string[] Projects = ["Documents", "Map", "Discovery", "Posture", "Evidence", "Cli"];

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Documents"] = [],
        ["Map"] = [],
        ["Discovery"] = ["Map", "Documents"],
        ["Posture"] = ["Map", "Documents"],
        ["Evidence"] = ["Map", "Posture"],
        ["Cli"] = ["Map", "Documents", "Discovery", "Posture", "Evidence"],
    };

    private static readonly ArchUnitNET.Domain.Architecture Product = new ArchLoader().LoadAssemblies(
        typeof(Documents.DocumentNode).Assembly,
        typeof(Map.Asset).Assembly,
        typeof(Discovery.IInspector).Assembly,
        typeof(Posture.Finding).Assembly,
        typeof(Evidence.IReportWriter).Assembly,
        System.Reflection.Assembly.Load("sextant-cli")).Build();

    public static TheoryData<string, string> Forbidden()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in Projects)
        {
            foreach (var to in Projects.Where(to => to != from && !Arrows[from].Contains(to)))
                pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void No_type_of_one_project_uses_a_type_of_another_that_it_must_not_know(string from, string to)
    {
        bool In(IType type, string project) => type.Namespace?.FullName is { } n && (n == $"Sextant.{project}" || n.StartsWith($"Sextant.{project}.", StringComparison.Ordinal));

        var offenders = Product.Types.Where(type => In(type, from))
            .SelectMany(type => type.Dependencies.Where(d => In(d.Target, to)).Select(d => $"{type.FullName} uses {d.Target.FullName}"));

        Assert.Empty(offenders.Distinct().Order());
    }

    [Fact]
    public void Every_project_is_watched() =>
        Assert.All(Projects, project => Assert.NotEmpty(Types().That().ResideInNamespaceMatching($"^Sextant.{project}").GetObjects(Product)));

    [Fact]
    public void Project_files_refer_only_along_the_arrows()
    {
        foreach (var project in Projects)
        {
            var file = Path.Combine(Repository.Root, "src", $"Sextant.{project}", $"Sextant.{project}.csproj");
            var references = XDocument.Load(file).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")?.Value ?? "").Replace("Sextant.", "", StringComparison.Ordinal));

            Assert.Subset(Arrows[project].ToHashSet(), references.ToHashSet());
        }
    }
}
