using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Registration;

/// <summary>
/// Reads the register of a repository (<c>sextant.yaml</c>): applications with their owners and what they use, and assets that
/// are declared by their ids. What is declared by a pattern is applied to the whole map later.
/// </summary>
public sealed class RegistrationInspector(Register register) : IInspector
{
    /// <summary>Sections of the same file that are settings of the command line.</summary>
    public static IReadOnlyList<string> ScanSections { get; } =
        ["version", "scan", "targets", "ignore", "rules", "catalog", "output", "fail-on", "min-coverage", "server", "store", "response", "routing", "schedule"];

    /// <inheritdoc/>
    public string Name => "sextant-yaml";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.IsNamed("sextant.yaml", "sextant.yml");

    /// <inheritdoc/>
    public bool Keeps(TreePath path) => true;

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var declared = SextantFile.Read(file.Bytes.Span, tree.Folder + read.Path, ScanSections);
        register.Add(declared);
        foreach (var mistake in declared.Mistakes)
            read.Gap(mistake.Message, mistake.Line);
        foreach (var application in declared.Applications)
            Application(read, application);
        foreach (var asset in declared.Assets)
        {
            if (!asset.Match.AsSpan().ContainsAny('*', '?') && AssetId.TryParse(asset.Match, out var id))
                Declared(read, id, "", asset.Properties, asset.Owner, asset.Line);
        }
    }

    private static void Application(InspectedFile file, DeclaredApplication application)
    {
        if (RelativePath.Resolve(file.Folder, application.Path.Length == 0 ? "." : application.Path) is not { } folder)
        {
            file.Gap($"the path of {application.Name} leads out of the repository", application.Line);
            return;
        }

        var id = file.Tree.Local(AssetKind.Application, folder);
        Declared(file, id, application.Name, application.Properties, application.Owner, application.Line);
        var evidence = file.At(application.Line, $"{application.Name} is declared");
        file.Relate(id, RelationKind.DefinedIn, file.Tree.RepositoryId, $"{application.Name} is code of this repository.", evidence);
        foreach (var used in application.Uses)
        {
            if (!used.AsSpan().ContainsAny('*', '?') && AssetId.TryParse(used, out var asset))
                file.Relate(id, RelationKind.Uses, asset, $"{application.Name} declares that it uses {asset}.", evidence);
        }
    }

    private static void Declared(InspectedFile file, AssetId id, string name, IReadOnlyList<KeyValuePair<string, PropertyValue>> properties, string owner, int line)
    {
        var evidence = file.At(line, "declared in the register");
        List<KeyValuePair<string, PropertyValue>> all = [.. properties, new("registration", "declared")];
        if (owner.Length > 0)
            all.Add(new("owner", Owners.NameOf(owner)));
        file.Tree.Recorder.Record(new AssetObservation(id, evidence) { Name = name, Properties = all });
        if (owner.Length == 0)
            return;
        var who = file.Asset(Owners.Of(owner), Owners.NameOf(owner), evidence);
        file.Relate(id, RelationKind.OwnedBy, who, $"The register names {Owners.NameOf(owner)} as its owner.", evidence);
    }
}
