using System.Globalization;
using System.Text;
using Sextant.Discovery.History;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>
/// Says what a folder holds, as far as it decides the result of a scan, without inspecting it: by the marks of its files where the last
/// scan knew them, by their contents where not. Two equal answers mean two equal results.
/// </summary>
internal sealed class Survey(ScanCache cache, CollectOptions options)
{
    /// <summary>The id of a folder and of the repository that it is; null if that cannot be told without a scan.</summary>
    public string? Of(string root, string place, string name)
    {
        var git = GitDirectory.OfWorkingTree(root);
        if (git is null && GitDirectory.OfBare(root) is not null)
            return null;
        var tally = new CoverageTally();
        var listing = RepositoryScan.Walk(root, git, options, tally);
        var tree = new FolderTree(root, listing.Files, tally, options.MaxFileBytes);
        var origin = RepositoryCollector.OriginOf(git);
        var repository = RepositoryName.Of(tree, origin, name);
        if (TreeMemory.Entries(cache, TreeMemory.NameOf(repository, place, options)) is not { } entries)
            return null;
        var own = Digest(repository, place, git is null ? ContentId.None : GitState.Of(git, cache.Contents), tally.ToCoverage(), listing.Files, Contents(tree, entries));
        foreach (var nested in own is null ? [] : listing.Repositories)
        {
            if (Of(Path.Join(root, nested), $"{place}{nested}/", $"{place}{nested}") is not { } id)
                return null;
            own += id;
        }

        return own;
    }

    /// <summary>The id of what a scan read; null if not all of it is known.</summary>
    public string? Digest(string repository, string place, ContentId git, Coverage listed, IReadOnlyList<TreeFile> files, Func<TreeFile, ContentId?> contentOf)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{repository}\n{place}\n{options.History} {options.Vendored} {options.MaxFileBytes}\n{git.A:x}{git.B:x}\n{listed.FilesSeen}\n");
        foreach (var (reason, count) in listed.FilesSkipped)
            text.Append(CultureInfo.InvariantCulture, $"{reason} {count}\n");
        text.AppendJoin('\n', listed.Errors);
        foreach (var file in files)
        {
            if (contentOf(file) is not { } content)
                return null;
            text.Append(CultureInfo.InvariantCulture, $"\n{file.Path}\0{content.A:x} {content.B:x}");
        }

        var id = cache.Contents.Of(Encoding.UTF8.GetBytes(text.ToString()), ContentPart.Whole);
        return string.Create(CultureInfo.InvariantCulture, $"{id.A:x16}{id.B:x16}");
    }

    private Func<TreeFile, ContentId?> Contents(FolderTree tree, IReadOnlyDictionary<string, FileEntry> entries)
    {
        var settled = cache.Settled;
        using var reader = tree.OpenReader();
        var contents = new Dictionary<string, ContentId?>(StringComparer.Ordinal);
        foreach (var file in tree.Listing)
        {
            if (!entries.TryGetValue(file.Path, out var entry))
                break;
            contents[file.Path] = entry.IsUnwanted || (entry.InFolder.Exists && tree.MarkOf(file, settled) == entry.InFolder) ? entry.Content : Read(file, reader, entry);
            if (contents[file.Path] is null)
                break;
        }

        return file => contents.GetValueOrDefault(file.Path);
    }

    // What is no text may have been read as a whole or in part, by who wanted it.
    private ContentId? Read(TreeFile file, ITreeReader reader, FileEntry entry)
    {
        if (reader.Read(file, options.MaxFileBytes, evenBinary: false) is not { IsCut: false } bytes)
            return null;
        var content = cache.Contents.Of(bytes.Bytes.Span, bytes.IsBinary ? ContentPart.BinaryHead : ContentPart.Whole);
        return !bytes.IsBinary || content == entry.Content ? content : null;
    }
}
