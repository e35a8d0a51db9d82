using Tomlyn.Parsing;

namespace Sextant.Documents;

/// <summary>Builds the tree of a TOML document. Not recursive while it reads; its depth is the parser's.</summary>
internal sealed class TomlTree(string text, DocumentLimits limits)
{
    private readonly Stack<Branch> _open = new();
    private Branch? _root;
    private DocumentNode? _key;
    private int _nodes;
    private int _line = 1;

    /// <summary>The first key that was given twice, or null.</summary>
    public DocumentError? Repeated { get; private set; }

    /// <summary>What was read so far.</summary>
    public DocumentNode Root() => _root?.Freeze() ?? DocumentNode.Map([], 1, 1);

    /// <summary>Takes the parser's current event.</summary>
    public void Take(TomlParser parser)
    {
        var at = parser.Current;
        _line = at.Line > 0 ? at.Line : _line;
        switch (at.Kind)
        {
            case TomlParseEventKind.PropertyName:
                Count();
                _key = DocumentNode.Scalar(parser.GetPropertyName(), true, _line, at.Column);
                break;
            case TomlParseEventKind.StartTable or TomlParseEventKind.StartArray:
                Open(at.Kind == TomlParseEventKind.StartArray, at);
                break;
            case TomlParseEventKind.EndTable or TomlParseEventKind.EndArray:
                _open.Pop();
                break;
            case TomlParseEventKind.String:
                Add(DocumentNode.Scalar(parser.GetString() ?? "", true, _line, at.Column));
                break;
            case TomlParseEventKind.Integer or TomlParseEventKind.Float or TomlParseEventKind.Boolean or TomlParseEventKind.DateTime:
                Add(DocumentNode.Scalar(Written(at), false, _line, at.Column));
                break;
        }
    }

    private string Written(TomlParseEvent at) =>
        at.Span is { } span && span.Offset >= 0 && span.Offset + span.Length <= text.Length ? text.Substring(span.Offset, span.Length) : at.StringValue ?? "";

    private void Open(bool isList, TomlParseEvent at)
    {
        Count();
        // A table or array of a header carries no place of its own: that of its key is shown, and it may have been open before.
        var byHeader = at.Span is null;
        var branch = byHeader && _key is not null ? Reopened(isList) : null;
        if (branch is null)
        {
            branch = new Branch(isList, byHeader ? _key?.Line ?? 1 : at.Line, byHeader ? _key?.Column ?? 1 : at.Column);
            Put(null, branch);
        }

        _key = null;
        _open.Push(branch);
        _root ??= branch;
    }

    private Branch? Reopened(bool isList)
    {
        if (_key is null || !_open.TryPeek(out var parent) || parent.Find(_key.Text) is not { } known)
            return null;
        if (known.IsList == isList)
            return known;
        return known.IsList ? known.LastBranch : null;
    }

    private void Add(DocumentNode leaf)
    {
        Count();
        Put(leaf, null);
        _key = null;
    }

    private void Put(DocumentNode? leaf, Branch? branch)
    {
        if (!_open.TryPeek(out var parent))
            return;
        if (parent.IsList)
            parent.Append(leaf, branch);
        else if (_key is not null && !parent.TryAdd(_key, leaf, branch))
            Repeated ??= new DocumentError($"the key '{_key.Text}' is given twice", _key.Line, _key.Column);
    }

    private void Count()
    {
        if (++_nodes > limits.MaxNodes)
            throw new DocumentTooLargeException($"more than {limits.MaxNodes:N0} values", _line);
    }

    /// <summary>A table or array that may still grow.</summary>
    private sealed class Branch(bool isList, int line, int column)
    {
        private readonly List<(DocumentNode? Key, DocumentNode? Leaf, Branch? Below)> _members = [];
        private readonly Dictionary<string, Branch?> _byKey = new(StringComparer.Ordinal);

        public bool IsList => isList;

        public Branch? LastBranch => _members.Count > 0 ? _members[^1].Below : null;

        public Branch? Find(string key) => _byKey.GetValueOrDefault(key);

        public void Append(DocumentNode? leaf, Branch? below) => _members.Add((null, leaf, below));

        public bool TryAdd(DocumentNode key, DocumentNode? leaf, Branch? below)
        {
            if (!_byKey.TryAdd(key.Text, below))
                return false;
            _members.Add((key, leaf, below));
            return true;
        }

        public DocumentNode Freeze() => isList
            ? DocumentNode.List(_members.Select(Value), line, column)
            : DocumentNode.Map(_members.Where(m => m.Key is not null).Select(m => KeyValuePair.Create(m.Key ?? DocumentNode.Missing, Value(m))), line, column);

        private static DocumentNode Value((DocumentNode? Key, DocumentNode? Leaf, Branch? Below) member) =>
            member.Leaf ?? member.Below?.Freeze() ?? DocumentNode.Missing;
    }
}
