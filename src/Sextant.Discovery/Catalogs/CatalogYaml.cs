using Sextant.Documents;

namespace Sextant.Discovery.Catalogs;

/// <summary>Reads a catalog's YAML. A catalog is Sextant's own or its user's: a mistake in it stops the start, with its place.</summary>
internal static class CatalogYaml
{
    /// <summary>The root of a file.</summary>
    /// <exception cref="InvalidDataException">The file is no YAML.</exception>
    public static DocumentNode Root(ReadOnlySpan<byte> yaml, string source, PreparedYaml? prepared = null)
    {
        var result = (prepared ?? PreparedYaml.None).Read(yaml);
        return result.Error is { } error ? throw new InvalidDataException($"{source}: {error}") : result.Root;
    }

    /// <summary>The entries of a list at the root.</summary>
    /// <exception cref="InvalidDataException">The file is no YAML or lacks the list.</exception>
    public static DocumentNode Entries(ReadOnlySpan<byte> yaml, string source, string list, PreparedYaml? prepared = null) =>
        Entries(Root(yaml, source, prepared), source, list);

    /// <summary>The entries of a list at the root.</summary>
    /// <exception cref="InvalidDataException">The list is missing.</exception>
    public static DocumentNode Entries(DocumentNode root, string source, string list)
    {
        var entries = root[list];
        return entries.IsList ? entries : throw new InvalidDataException($"{source}: a list '{list}' is expected");
    }

    /// <summary>A text that an entry must have.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public static string Required(DocumentNode entry, string key, string source) =>
        entry[key].TextOrNull ?? throw new InvalidDataException($"{source}:{entry.Line}: '{key}' is missing");
}
