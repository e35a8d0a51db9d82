using System.Text;
using Sextant.Map;

namespace Sextant.Discovery.Memory;

/// <summary>Writes entries of the cache: numbers as they are, each text once.</summary>
internal sealed class MemoryWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public MemoryWriter() => _writer = new BinaryWriter(_bytes, Encoding.UTF8, leaveOpen: true);

    public ReadOnlySpan<byte> Written
    {
        get
        {
            _writer.Flush();
            return _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);
        }
    }

    public void Dispose() => _writer.Dispose();

    public void Number(long value) => _writer.Write7BitEncodedInt64(value);

    public void Fixed(ulong value) => _writer.Write(value);

    public void Flag(bool value) => _writer.Write(value);

    public void Text(string value)
    {
        if (_texts.TryGetValue(value, out var known))
        {
            Number(known);
            return;
        }

        _texts.Add(value, _texts.Count + 1);
        Number(0);
        _writer.Write(value);
    }

    public void Id(ContentId id)
    {
        Fixed(id.A);
        Fixed(id.B);
    }

    public void Mark(FileMark mark)
    {
        _writer.Write(mark.Kind);
        if (!mark.Exists)
            return;
        foreach (var part in (ReadOnlySpan<ulong>)[mark.A, mark.B, mark.C, mark.D, mark.E])
            Fixed(part);
    }

    public void Items<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
            write(item);
    }

    public void Seen(object seen)
    {
        switch (seen)
        {
            case AssetObservation asset:
                Number(0);
                Asset(asset);
                break;
            case RelationObservation relation:
                Number(1);
                Text(relation.From.Value);
                Number((int)relation.Kind);
                Text(relation.To.Value);
                Text(relation.Because);
                Evidence(relation.Evidence);
                break;
            case Gap gap:
                Number(2);
                Text(gap.Collector);
                Text(gap.Scope);
                Text(gap.Reason);
                break;
            default:
                throw new ArgumentException("no observation", nameof(seen));
        }
    }

    private void Asset(AssetObservation asset)
    {
        Text(asset.Id.Value);
        Evidence(asset.Evidence);
        Text(asset.Name);
        Items(asset.Aliases, Text);
        Items(asset.Properties, p =>
        {
            Text(p.Key);
            Value(p.Value);
        });
    }

    private void Evidence(Evidence evidence)
    {
        Text(evidence.Collector);
        Text(evidence.Path);
        Number(evidence.Line);
        Text(evidence.Detail);
        Number((int)evidence.Confidence);
        Flag(evidence.Commit is not null);
        if (evidence.Commit is { } commit)
            Text(commit);
    }

    private void Value(PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.Text text:
                Number(0);
                Text(text.Value);
                break;
            case PropertyValue.Number number:
                Number(1);
                _writer.Write(number.Value);
                break;
            case PropertyValue.Flag flag:
                Number(2);
                Flag(flag.Value);
                break;
            case PropertyValue.Set set:
                Number(3);
                Items(set.Members, Text);
                break;
        }
    }
}
