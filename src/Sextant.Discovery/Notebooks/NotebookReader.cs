using System.Text;
using System.Text.Json;

namespace Sextant.Discovery.Notebooks;

/// <summary>A cell as the file has it: its code in pieces, each with the line of the file on which it stands.</summary>
internal sealed record RawCell(int Number, IReadOnlyList<(string Text, int Line)> Pieces);

/// <summary>A text that a cell printed or showed, in pieces.</summary>
/// <param name="Cell">The number of the cell.</param>
internal sealed record RawOutput(int Cell, IReadOnlyList<(string Text, int Line)> Pieces);

/// <summary>What a notebook's file holds.</summary>
/// <param name="IsPython">Whether its kernel is Python, or it does not say.</param>
internal sealed record RawNotebook(bool IsPython, IReadOnlyList<RawCell> Cells, IReadOnlyList<(int Line, string Message)> Errors)
{
    /// <summary>What its cells have put out, if that was asked for.</summary>
    public IReadOnlyList<RawOutput> Outputs { get; init; } = [];
}

/// <summary>
/// Reads the cells of code of a notebook, its outputs if they are asked for, and steps over everything else. What stands before an
/// error in the JSON is kept.
/// </summary>
internal ref struct NotebookReader
{
    private const int MaxCells = 10_000;
    private const int MaxOutputs = 20_000;
    private const int MaxDepth = 8;

    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly List<RawCell> _cells = [];
    private readonly List<RawOutput>? _outputs;
    private Utf8JsonReader _json;
    private string? _language;
    private int _number;
    private int _countedTo;
    private int _line = 1;

    private NotebookReader(ReadOnlySpan<byte> bytes, bool outputs)
    {
        _bytes = bytes;
        _outputs = outputs ? [] : null;
        _json = new Utf8JsonReader(bytes, Options);
    }

    /// <summary>Reads a notebook from the text of its file.</summary>
    public static RawNotebook Read(string text) => Read(Encoding.UTF8.GetBytes(text), outputs: false);

    /// <summary>Reads a notebook from the bytes of its file.</summary>
    public static RawNotebook Read(ReadOnlySpan<byte> utf8, bool outputs)
    {
        var reader = new NotebookReader(utf8, outputs);
        var errors = new List<(int Line, string Message)>();
        try
        {
            if (reader._json.Read() && reader._json.TokenType == JsonTokenType.StartObject)
                reader.ReadNotebook();
        }
        catch (JsonException error)
        {
            errors.Add(((int)(error.LineNumber ?? 0) + 1, "the JSON of the notebook is broken"));
        }

        var isPython = reader._language?.StartsWith("python", StringComparison.OrdinalIgnoreCase) ?? true;
        return new RawNotebook(isPython, reader._cells, errors) { Outputs = reader._outputs ?? [] };
    }

    /// <summary>Goes to the next property of the object at hand; false at its end.</summary>
    private bool NextProperty() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName;

    private void ReadNotebook()
    {
        while (NextProperty())
        {
            if (_json.ValueTextEquals("cells"u8))
                ReadArray(static (ref NotebookReader r) => r.ReadCell());
            else if (_json.ValueTextEquals("worksheets"u8))
                ReadArray(static (ref NotebookReader r) => r.ReadNotebook());
            else if (_json.ValueTextEquals("metadata"u8))
                ReadMetadata();
            else
                _json.Skip();
        }
    }

    private delegate void ReadElement(ref NotebookReader reader);

    /// <summary>Reads the objects of the array that follows, and steps over everything else.</summary>
    private void ReadArray(ReadElement read)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            _json.Skip();
            return;
        }

        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.StartObject)
                read(ref this);
            else
                _json.Skip();
        }
    }

    /// <summary>The language: <c>kernelspec.language</c>, else <c>language_info.name</c>.</summary>
    private void ReadMetadata()
    {
        if (!EnterObject())
            return;
        while (NextProperty())
        {
            var isKernel = _json.ValueTextEquals("kernelspec"u8);
            if (!isKernel && !_json.ValueTextEquals("language_info"u8))
            {
                _json.Skip();
                continue;
            }

            if (!EnterObject())
                continue;
            while (NextProperty())
            {
                if (_json.ValueTextEquals(isKernel ? "language"u8 : "name"u8) && NextText() is { } language)
                    _language ??= language;
                else if (_json.TokenType == JsonTokenType.PropertyName)
                    _json.Skip();
            }
        }
    }

    private bool EnterObject()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.StartObject)
            return true;
        _json.Skip();
        return false;
    }

    /// <summary>The text that follows; null, and stepped over, if it is something else.</summary>
    private string? NextText()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
            return TextHere();
        _json.Skip();
        return null;
    }

    private string TextHere()
    {
        try
        {
            return _json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return ""; // half of a surrogate pair, which JSON cannot say to be wrong before it is read
        }
    }

    private void ReadCell()
    {
        _number++;
        var pieces = new List<(string Text, int Line)>();
        var isCode = false;
        try
        {
            while (NextProperty())
            {
                if (_json.ValueTextEquals("cell_type"u8))
                    isCode = NextText() == "code";
                else if (_json.ValueTextEquals("source"u8) || _json.ValueTextEquals("input"u8))
                    ReadSource(pieces);
                else if (_outputs is not null && _json.ValueTextEquals("outputs"u8))
                    ReadArray(static (ref NotebookReader r) => r.ReadOutput(0));
                else
                    _json.Skip();
            }
        }
        finally
        {
            if (isCode && pieces.Count > 0 && _cells.Count < MaxCells)
                _cells.Add(new RawCell(_number, pieces));
        }
    }

    /// <summary>The texts of an output: <c>text</c> of a stream, <c>text/plain</c> and <c>text/html</c> of a value that is shown.</summary>
    private void ReadOutput(int depth)
    {
        while (NextProperty())
        {
            if (_json.ValueTextEquals("text"u8) || _json.ValueTextEquals("text/plain"u8) || _json.ValueTextEquals("text/html"u8))
            {
                var pieces = new List<(string Text, int Line)>();
                ReadSource(pieces);
                if (pieces.Count > 0 && _outputs is { Count: < MaxOutputs })
                    _outputs.Add(new RawOutput(_number, pieces));
            }
            else if (_json.ValueTextEquals("data"u8) && depth < MaxDepth && EnterObject())
            {
                ReadOutput(depth + 1);
            }
            else if (_json.TokenType == JsonTokenType.PropertyName)
            {
                _json.Skip();
            }
        }
    }

    private void ReadSource(List<(string Text, int Line)> pieces)
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.String)
        {
            pieces.Add((TextHere(), LineHere()));
            return;
        }

        if (_json.TokenType != JsonTokenType.StartArray)
        {
            _json.Skip();
            return;
        }

        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType == JsonTokenType.String)
                pieces.Add((TextHere(), LineHere()));
            else
                _json.Skip();
        }
    }

    private int LineHere()
    {
        var at = (int)_json.TokenStartIndex;
        _line += _bytes[_countedTo..at].Count((byte)'\n');
        _countedTo = at;
        return _line;
    }
}
