using System.Text;
using Sextant.Discovery.History.Objects;

namespace Sextant.Discovery.History;

/// <summary>Walks the entries of a tree object, without allocating until a name is asked for.</summary>
internal ref struct TreeEntries(ReadOnlySpan<byte> data, int idLength)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>Whether the current entry is a folder.</summary>
    public bool IsFolder { get; private set; }

    /// <summary>Whether the current entry is a file; links and submodules are not.</summary>
    public bool IsFile { get; private set; }

    /// <summary>The id of the current entry.</summary>
    public ObjectId Id { get; private set; }

    /// <summary>The name of the current entry, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The name as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Name);

    /// <summary>Goes to the next entry; false at the end, or where the tree is damaged.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            var space = _rest.IndexOf((byte)' ');
            var end = _rest.IndexOf((byte)0);
            if (space is < 5 or > 6 || end < space || _rest.Length < end + 1 + idLength)
                return false;
            var mode = _rest[..space];
            Name = _rest[(space + 1)..end];
            Id = ObjectId.Of(_rest.Slice(end + 1, idLength));
            (IsFolder, IsFile) = (mode.SequenceEqual("40000"u8), mode.StartsWith("100"u8));
            _rest = _rest[(end + 1 + idLength)..];
            if (!Name.IsEmpty && !Name.Contains((byte)'/') && !Name.SequenceEqual("."u8) && !Name.SequenceEqual(".."u8))
                return true;
        }
    }
}
