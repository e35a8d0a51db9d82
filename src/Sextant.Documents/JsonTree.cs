using System.Text.Json;

namespace Sextant.Documents;

/// <summary>Builds the tree of one JSON document, keeping lines and columns by counting newlines between tokens.</summary>
internal ref struct JsonTree
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly DocumentLimits _limits;
    private Utf8JsonReader _reader;
    private int _counted;
    private int _line = 1;
    private int _lineStart;
    private int _nodes;

    public JsonTree(ReadOnlySpan<byte> utf8, DocumentLimits limits)
    {
        _utf8 = utf8;
        _limits = limits;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = limits.MaxDepth,
        });
    }

    public DocumentNode Root()
    {
        if (!_reader.Read())
            return DocumentNode.Missing;
        var root = Node();
        _reader.Read(); // fails if something follows the value
        return root;
    }

    private DocumentNode Node()
    {
        var (line, column) = Place();
        if (++_nodes > _limits.MaxNodes)
            throw new DocumentTooLargeException($"more than {_limits.MaxNodes:N0} values", line);
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Map(line, column),
            JsonTokenType.StartArray => List(line, column),
            JsonTokenType.String => DocumentNode.Scalar(_reader.GetString() ?? "", true, line, column),
            JsonTokenType.Null => DocumentNode.Null(line, column),
            _ => DocumentNode.Scalar(System.Text.Encoding.UTF8.GetString(_reader.ValueSpan), false, line, column),
        };
    }

    private DocumentNode Map(int line, int column)
    {
        var entries = new List<KeyValuePair<DocumentNode, DocumentNode>>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var (keyLine, keyColumn) = Place();
            var key = DocumentNode.Scalar(_reader.GetString() ?? "", true, keyLine, keyColumn);
            _reader.Read();
            entries.Add(new(key, Node()));
        }

        return DocumentNode.Map(entries, line, column);
    }

    private DocumentNode List(int line, int column)
    {
        var items = new List<DocumentNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            items.Add(Node());
        return DocumentNode.List(items, line, column);
    }

    private (int Line, int Column) Place()
    {
        var at = (int)_reader.TokenStartIndex;
        var between = _utf8[_counted..at];
        for (var newline = between.IndexOf((byte)'\n'); newline >= 0; newline = between.IndexOf((byte)'\n'))
        {
            _line++;
            _lineStart = at - between.Length + newline + 1;
            between = between[(newline + 1)..];
        }

        _counted = at;
        return (_line, at - _lineStart + 1);
    }
}
