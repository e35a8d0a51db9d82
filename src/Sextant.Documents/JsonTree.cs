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

    /// <summary>What was wrong, or null. What stands before it is in the tree.</summary>
    public DocumentError? Error { get; private set; }

    public DocumentNode Root()
    {
        if (!Advance())
            return DocumentNode.Missing;
        var root = Node();
        Advance(); // finds what follows the value
        return root;
    }

    private bool Advance()
    {
        if (Error is not null)
            return false;
        try
        {
            return _reader.Read();
        }
        catch (JsonException e)
        {
            var message = e.Message;
            var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            Error = new DocumentError(tail < 0 ? message : message[..tail], (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1);
            return false;
        }
    }

    // A text with an unpaired surrogate or invalid UTF-8 is no string of .NET; it must not hide the rest of the file.
    private readonly string Text()
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return System.Text.Encoding.UTF8.GetString(_reader.ValueSpan);
        }
    }

    private DocumentNode Node()
    {
        var (line, column) = Place();
        if (++_nodes > _limits.MaxNodes)
        {
            Error ??= new DocumentError($"more than {_limits.MaxNodes:N0} values", line, column);
            return DocumentNode.Missing;
        }

        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Map(line, column),
            JsonTokenType.StartArray => List(line, column),
            JsonTokenType.String => DocumentNode.Scalar(Text(), true, line, column),
            JsonTokenType.Null => DocumentNode.Null(line, column),
            _ => DocumentNode.Scalar(System.Text.Encoding.UTF8.GetString(_reader.ValueSpan), false, line, column),
        };
    }

    private DocumentNode Map(int line, int column)
    {
        var entries = new List<KeyValuePair<DocumentNode, DocumentNode>>();
        while (Advance() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var (keyLine, keyColumn) = Place();
            var key = DocumentNode.Scalar(Text(), true, keyLine, keyColumn);
            if (!Advance())
                break;
            entries.Add(new(key, Node()));
        }

        return DocumentNode.Map(entries, line, column);
    }

    private DocumentNode List(int line, int column)
    {
        var items = new List<DocumentNode>();
        while (Advance() && _reader.TokenType != JsonTokenType.EndArray)
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
