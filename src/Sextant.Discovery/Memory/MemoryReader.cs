using System.Text;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>
/// Reads entries of the cache. They carry our own keyed hash, so what is wrong in one is a defect of the writer; it is thrown as
/// <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/>, and the entry counts as absent.
/// </summary>
internal sealed class MemoryReader(byte[] bytes) : IDisposable
{
    private const int MaxItems = 50_000_000;

    private readonly BinaryReader _reader = new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, AssetId> _ids = new(StringComparer.Ordinal);

    public void Dispose() => _reader.Dispose();

    public long Number() => _reader.Read7BitEncodedInt64();

    public ulong Fixed() => _reader.ReadUInt64();

    public bool Flag() => _reader.ReadBoolean();

    public string Text()
    {
        var known = Number();
        if (known > 0)
            return known <= _texts.Count ? _texts[(int)known - 1] : throw new InvalidDataException("a text that is not there");
        _texts.Add(_reader.ReadString());
        return _texts[^1];
    }

    public ContentId Id() => new(Fixed(), Fixed());

    public FileMark Mark() => _reader.ReadByte() is > 0 and var kind ? new FileMark(kind, Fixed(), Fixed(), Fixed(), Fixed(), Fixed()) : FileMark.None;

    public T[] Items<T>(Func<T> read)
    {
        var count = Number();
        if (count is < 0 or > MaxItems)
            throw new InvalidDataException("more items than there can be");
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = read();
        return items;
    }

    public object Seen() => Number() switch
    {
        0 => Asset(),
        1 => new RelationObservation(AssetIdOf(Text()), (RelationKind)Number(), AssetIdOf(Text()), Text(), Evidence()),
        2 => new Gap(Text(), Text(), Text()),
        _ => throw new InvalidDataException("no observation"),
    };

    private AssetObservation Asset()
    {
        var (id, evidence) = (AssetIdOf(Text()), Evidence());
        return new AssetObservation(id, evidence)
        {
            Name = Text(),
            Aliases = Items(Text),
            Properties = Items(() => KeyValuePair.Create(Text(), Value())),
        };
    }

    private AssetId AssetIdOf(string text)
    {
        if (_ids.TryGetValue(text, out var known))
            return known;
        return AssetId.TryParse(text, out var id) ? _ids[text] = id : throw new InvalidDataException("no id");
    }

    private Evidence Evidence() => new(Text(), Text(), (int)Number(), Text(), (Confidence)Number()) { Commit = Flag() ? Text() : null };

    private PropertyValue Value() => Number() switch
    {
        0 => new PropertyValue.Text(Text()),
        1 => new PropertyValue.Number(_reader.ReadDouble()),
        2 => new PropertyValue.Flag(Flag()),
        3 => new PropertyValue.Set(Items(Text)),
        _ => throw new InvalidDataException("no value"),
    };
}
