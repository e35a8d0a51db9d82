using Sextant.Discovery.History;
using Sextant.Documents;

namespace Sextant.Discovery.Reading;

/// <summary>
/// Tells a repository that lies in a folder of others: a working tree or submodule, a bare repository, or a folder whose
/// <c>sextant.yaml</c> names it as one. Each has a name, an owner and a history of its own, so each is read by itself.
/// </summary>
internal static class NestedRepository
{
    private const int MaxDeclarationBytes = 1 << 20;

    /// <summary>Whether only folders that hold an entry of this name can be repositories: worth a closer look.</summary>
    public static bool Marks(string name) => name is ".git" or "HEAD" or "sextant.yaml";

    public static bool Is(string folder) =>
        Path.Exists(Path.Join(folder, ".git")) || GitDirectory.OfBare(folder) is not null || IsDeclared(Path.Join(folder, "sextant.yaml"));

    /// <summary>Whether the <c>sextant.yaml</c> of a folder names it as a repository.</summary>
    public static bool IsDeclared(byte[] yaml) => yaml.Length <= MaxDeclarationBytes && YamlReader.Read(yaml).Root["repository"].IsScalar;

    private static bool IsDeclared(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return info is { Exists: true, LinkTarget: null, Length: <= MaxDeclarationBytes }
                && IsDeclared(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the walk of the folder says that it cannot be read
        }
    }
}
