using System.IO.Compression;

namespace Sextant.Discovery.History.Objects;

/// <summary>Objects that lie in files of their own: <c>objects/ab/cdef…</c>.</summary>
internal sealed class LooseObjects(string folder, int idLength, int maxBytes)
{
    private const int MaxHeader = 32;

    /// <summary>The ids of all of them, in order.</summary>
    public List<ObjectId> List()
    {
        var ids = new List<ObjectId>();
        for (var first = 0; first < 256; first++)
        {
            var prefix = first.ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
            var path = Path.Join(folder, prefix);
            if (!Directory.Exists(path))
                continue;
            foreach (var file in Directory.EnumerateFiles(path))
            {
                if (ObjectId.TryParse(prefix + Path.GetFileName(file), idLength, out var id))
                    ids.Add(id);
            }
        }

        ids.Sort();
        return ids;
    }

    /// <summary>An object; null if there is none, or it is damaged or too large.</summary>
    public GitObject? Read(ObjectId id)
    {
        var hex = id.ToHex(idLength);
        var path = Path.Join(folder, hex[..2], hex[2..]);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists || info.Length == 0 || info.LinkTarget is not null)
                return null;
            using var file = File.OpenRead(path);
            using var inflater = new ZLibStream(file, CompressionMode.Decompress);
            return Read(inflater);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private GitObject? Read(ZLibStream inflater)
    {
        Span<byte> head = stackalloc byte[MaxHeader];
        var length = 0;
        for (; length < MaxHeader; length++)
        {
            var next = inflater.ReadByte();
            if (next <= 0)
                break;
            head[length] = (byte)next;
        }

        var space = head[..length].IndexOf((byte)' ');
        if (space < 0 || length == MaxHeader || !int.TryParse(head[(space + 1)..length], out var size) || size < 0 || size > maxBytes)
            return null;
        var data = new byte[size];
        return inflater.ReadAtLeast(data, size, throwOnEndOfStream: false) == size && KindOf(head[..space]) is not ObjectKind.None and var kind
            ? new GitObject(kind, data) : null;
    }

    private static ObjectKind KindOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("blob"u8))
            return ObjectKind.Blob;
        if (name.SequenceEqual("tree"u8))
            return ObjectKind.Tree;
        if (name.SequenceEqual("commit"u8))
            return ObjectKind.Commit;
        return name.SequenceEqual("tag"u8) ? ObjectKind.Tag : ObjectKind.None;
    }
}
