using System.Buffers.Binary;
using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.History;

/// <summary>Reads which files git tracks from an index of version 2, 3 or 4 (gitformat-index(5)).</summary>
internal static class GitIndex
{
    private const int MaxPathBytes = 1 << 16;

    /// <summary>The tracked files. What is damaged ends the list; what stands before it is kept.</summary>
    public static TrackedPaths Read(ReadOnlySpan<byte> index, int idLength)
    {
        var tracked = new TrackedPaths();
        if (index.Length < 12 || !index.StartsWith("DIRC"u8))
            return tracked;
        var version = BinaryPrimitives.ReadUInt32BigEndian(index[4..]);
        var count = BinaryPrimitives.ReadUInt32BigEndian(index[8..]);
        if (version is < 2 or > 4)
            return tracked;
        var rest = index[12..];
        var path = new List<byte>();
        for (var i = 0u; i < count && TryEntry(ref rest, (int)version, idLength, path); i++)
            tracked.Add(Encoding.UTF8.GetString([.. path]));
        return tracked;
    }

    private static bool TryEntry(ref ReadOnlySpan<byte> rest, int version, int idLength, List<byte> path)
    {
        var fixedLength = 40 + idLength + 2;
        if (rest.Length < fixedLength + 2)
            return false;
        if (version >= 3 && (rest[fixedLength - 2] & 0x40) != 0)
            fixedLength += 2;
        var name = rest[fixedLength..];
        var keep = 0;
        if (version == 4 && !TryPrefix(ref name, path.Count, out keep))
            return false;
        var end = name.IndexOf((byte)0);
        if (end < 0 || end > MaxPathBytes)
            return false;
        path.RemoveRange(keep, path.Count - keep);
        foreach (var c in name[..end])
            path.Add(c);
        var length = rest.Length - name.Length + end + 1;
        if (version < 4)
            length = (fixedLength + end + 8) / 8 * 8;
        rest = length <= rest.Length ? rest[length..] : [];
        return true;
    }

    /// <summary>Reads how many bytes of the path before are dropped, in git's offset encoding, and says how many stay.</summary>
    private static bool TryPrefix(ref ReadOnlySpan<byte> name, int previous, out int keep)
    {
        var drop = 0L;
        for (var i = 0; i < Math.Min(name.Length, 5); i++)
        {
            drop = ((drop + (i > 0 ? 1 : 0)) << 7) | (uint)(name[i] & 0x7F);
            if ((name[i] & 0x80) != 0)
                continue;
            name = name[(i + 1)..];
            keep = (int)(previous - drop);
            return keep >= 0 && drop <= previous;
        }

        keep = 0;
        return false;
    }
}
