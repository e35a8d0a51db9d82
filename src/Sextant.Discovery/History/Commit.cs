using System.Buffers.Text;
using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>A commit, as far as attribution needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tree">The id of its tree.</param>
/// <param name="Parents">The commits before it.</param>
/// <param name="AuthorDate">When its author made it.</param>
/// <param name="CommitterSeconds">When it was committed, in seconds since 1970.</param>
internal sealed record Commit(ObjectId Id, ObjectId Tree, ObjectId[] Parents, DateTimeOffset AuthorDate, long CommitterSeconds)
{
    private const int MaxParents = 1000;

    /// <summary>Reads a commit; null if it names no tree.</summary>
    public static Commit? Parse(ObjectId id, ReadOnlySpan<byte> data, int idLength)
    {
        ObjectId? tree = null;
        var parents = new List<ObjectId>();
        var (author, committer) = (default(DateTimeOffset), default(DateTimeOffset));
        foreach (var range in data.Split((byte)'\n'))
        {
            var line = data[range];
            if (line.IsEmpty)
                break;
            if (line.StartsWith("tree "u8) && ObjectId.TryParse(line[5..], idLength, out var ofTree))
                tree = ofTree;
            else if (line.StartsWith("parent "u8) && parents.Count < MaxParents && ObjectId.TryParse(line[7..], idLength, out var parent))
                parents.Add(parent);
            else if (line.StartsWith("author "u8))
                author = Date(line);
            else if (line.StartsWith("committer "u8))
                committer = Date(line);
        }

        return tree is null ? null : new Commit(id, tree.Value, [.. parents], author, committer.ToUnixTimeSeconds());
    }

    /// <summary>The object that an annotated tag names; null if it is none.</summary>
    public static ObjectId? TaggedBy(ReadOnlySpan<byte> tag, int idLength) =>
        tag.StartsWith("object "u8) && tag.Length > 7 + (idLength * 2) && ObjectId.TryParse(tag.Slice(7, idLength * 2), idLength, out var id) ? id : null;

    /// <summary>The seconds and the zone at the end of a line; 1970 if they make no sense.</summary>
    private static DateTimeOffset Date(ReadOnlySpan<byte> line)
    {
        var mail = line.LastIndexOf((byte)'>');
        var rest = line[(mail + 1)..].TrimStart((byte)' ');
        if (mail < 0 || !Utf8Parser.TryParse(rest, out long seconds, out var used) || seconds is < 0 or > 253402300799)
            return DateTimeOffset.UnixEpoch;
        var zone = rest[used..].TrimStart((byte)' ');
        var date = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (zone.Length < 5 || !Utf8Parser.TryParse(zone[1..], out int hours, out _) || hours / 100 > 13 || seconds is < 86400 or > 253402200000)
            return date;
        var offset = TimeSpan.FromMinutes((hours / 100 * 60) + Math.Min(hours % 100, 59));
        return date.ToOffset(zone[0] == (byte)'-' ? -offset : offset);
    }
}
