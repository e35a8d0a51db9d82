using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Memory;

/// <summary>The files of a tree as those see them who say where imports lead: all paths, and the manifests that they read.</summary>
internal sealed class LayoutFiles(IFileSource files, ContentKey key) : IFileSource
{
    private readonly ConcurrentDictionary<string, ContentId> _reads = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => files.Paths;

    /// <summary>The id of all that was asked; of the paths in any case.</summary>
    public ContentId Id => key.Of(
        Encoding.UTF8.GetBytes(string.Join('\n', Paths.Concat(_reads.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}\0{r.Value.A:x}{r.Value.B:x}")))), ContentPart.Whole);

    /// <inheritdoc/>
    public bool Exists(string path) => files.Exists(path);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        var bytes = files.Read(path);
        _reads[path] = bytes is null ? ContentId.None : key.Of(bytes, ContentPart.Whole);
        return bytes;
    }
}
