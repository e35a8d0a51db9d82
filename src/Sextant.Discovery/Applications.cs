using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery;

/// <summary>
/// Groups the files of a repository into applications: what is owned, built, deployed and reached as one. A file belongs to
/// the nearest folder above it that holds a manifest or a Dockerfile; without one, the repository is the application.
/// </summary>
public static class Applications
{
    private static readonly string[] Marks =
    [
        "pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile", "package.json", "Dockerfile", "go.mod", "pom.xml",
        "build.gradle", "build.gradle.kts", "Cargo.toml", "Gemfile", "composer.json",
    ];

    /// <summary>The folder of the application that a file belongs to; empty for the repository itself.</summary>
    public static string FolderOf(IFileSource files, string path)
    {
        for (var folder = Parent(path); folder.Length > 0; folder = Parent(folder))
        {
            if (Array.Exists(Marks, mark => files.Exists($"{folder}/{mark}")) || files.Exists($"{folder}/{folder[(folder.LastIndexOf('/') + 1)..]}.csproj"))
                return folder;
        }

        return "";
    }

    /// <summary>The application of a file: <c>application:repo/repository/folder</c>.</summary>
    public static AssetId Of(TreeContext tree, string path) => tree.Local(AssetKind.Application, FolderOf(tree.Files, path));

    /// <summary>
    /// The id of something that means one thing within an application and another in the next, such as the database behind
    /// <c>DATABASE_URL</c> or the host <c>db</c>: <c>kind:repo/repository/folder/path</c>.
    /// </summary>
    internal static AssetId Scoped(TreeContext tree, string file, AssetKind kind, params ReadOnlySpan<string> path) =>
        tree.Local(kind, [FolderOf(tree.Files, file), .. path]);

    /// <summary>Records the application of a file, and that it is defined in its repository, and returns it.</summary>
    public static AssetId Record(TreeContext tree, string path, Evidence evidence)
    {
        var folder = FolderOf(tree.Files, path);
        var id = tree.Local(AssetKind.Application, folder);
        var name = folder.Length == 0 ? tree.Repository : folder;
        tree.Recorder.Asset(id, name[(name.LastIndexOf('/') + 1)..], evidence);
        tree.Recorder.Relate(id, RelationKind.DefinedIn, tree.RepositoryId, $"{name} is code of this repository.", evidence);
        return id;
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
