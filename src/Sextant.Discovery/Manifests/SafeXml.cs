using System.Xml;
using Sextant.Discovery.Configuration;

namespace Sextant.Discovery.Manifests;

/// <summary>An element of an XML file with its attributes, and the texts of the elements right below it.</summary>
internal sealed class XmlElementSeen(string name, int line, int depth)
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _below = new(StringComparer.Ordinal);

    public string Name => name;

    public int Line => line;

    public int Depth => depth;

    public string? this[string attribute] => _attributes.GetValueOrDefault(attribute);

    public IReadOnlyDictionary<string, string> Texts => _below;

    public string? Below(string element) => _below.GetValueOrDefault(element);

    public void AddAttribute(string attribute, string value) => _attributes.TryAdd(attribute, value);

    public void AddBelow(string element, string text) => _below[element] = _below.GetValueOrDefault(element) + text.Trim();
}

/// <summary>Reads XML one element at a time: no document type, no entity, nothing fetched, bounded in size and depth.</summary>
internal static class SafeXml
{
    private const int MaxDepth = 64;

    /// <summary>The elements of a file, in the order in which they end. What is wrong becomes a gap; what stands before it is given.</summary>
    public static IReadOnlyList<XmlElementSeen> Read(InspectedFile file)
    {
        var ended = new List<XmlElementSeen>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16 << 20, IgnoreComments = true };
        try
        {
            using var text = new StringReader(file.Text);
            using var reader = XmlReader.Create(text, settings);
            var open = new Stack<XmlElementSeen>();
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                {
                    file.Gap($"only partly read: nested deeper than {MaxDepth} levels");
                    break;
                }

                Take(reader, open, ended);
            }
        }
        catch (XmlException e)
        {
            file.Gap($"only partly read: {e.Message}", e.LineNumber);
        }

        return ended;
    }

    private static void Take(XmlReader reader, Stack<XmlElementSeen> open, List<XmlElementSeen> ended)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                var element = new XmlElementSeen(reader.LocalName, (reader as IXmlLineInfo)?.LineNumber ?? 0, reader.Depth);
                while (reader.MoveToNextAttribute())
                    element.AddAttribute(reader.LocalName, reader.Value);
                if (isEmpty)
                    ended.Add(element);
                else
                    open.Push(element);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA when open.Count > 1:
                open.ElementAt(1).AddBelow(open.Peek().Name, reader.Value);
                break;
            case XmlNodeType.EndElement when open.Count > 0:
                ended.Add(open.Pop());
                break;
        }
    }
}
