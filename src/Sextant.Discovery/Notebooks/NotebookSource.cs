using System.Buffers;
using System.Text;
using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Notebooks;

/// <summary>The Python of a notebook's cells as one text, with the file's line for each of its lines; the rest as commands.</summary>
internal sealed class NotebookSource
{
    /// <summary>Cell magics whose cell is Python all the same.</summary>
    private static readonly HashSet<string> PythonCells = new(StringComparer.Ordinal) { "time", "timeit", "capture", "prun", "python", "python3", "memit" };

    /// <summary>Cell magics whose cell is for a shell.</summary>
    private static readonly HashSet<string> ShellCells = new(StringComparer.Ordinal) { "bash", "sh", "shell", "script", "cmd", "system", "!" };

    /// <summary>Characters that do not stand in the target of an assignment.</summary>
    private static readonly SearchValues<char> NoTarget = SearchValues.Create("([{'\"#<>!");

    private readonly StringBuilder _text = new();
    private readonly List<int> _lines = [1];

    /// <summary>The Python source.</summary>
    public string Text => _text.ToString();

    /// <summary>The line of the file for each line of the source; the first element is for none.</summary>
    public IReadOnlyList<int> Lines => _lines;

    public List<NotebookCell> Cells { get; } = [];

    public List<NotebookCommand> Commands { get; } = [];

    public List<(int Line, string Message)> Errors { get; } = [];

    /// <summary>Adds a cell.</summary>
    public void Add(RawCell cell)
    {
        var lines = CellLines.Of(cell.Pieces);
        Cells.Add(new NotebookCell(cell.Number, new LineSpan(lines[0].Line, lines[^1].Line)));
        var first = lines.FindIndex(l => !string.IsNullOrWhiteSpace(l.Text));
        if (first < 0)
            return;
        var (text, line) = lines[first];
        if (!text.StartsWith("%%", StringComparison.Ordinal))
        {
            AddPython(lines, cell.Number);
            return;
        }

        var magic = AddCommand(text[2..], isShell: false, line, cell.Number);
        var body = lines[(first + 1)..];
        if (PythonCells.Contains(magic))
            AddPython(body, cell.Number);
        else if (ShellCells.Contains(magic))
            AddShell(body, cell.Number);
    }

    private void AddShell(List<(string Text, int Line)> lines, int cell)
    {
        foreach (var (text, line) in lines)
        {
            if (text.AsSpan().Trim() is { IsEmpty: false } command && command[0] != '#')
                AddCommand(text, isShell: true, line, cell);
        }
    }

    private void AddPython(List<(string Text, int Line)> lines, int cell)
    {
        var (start, count) = (_text.Length, _lines.Count);
        var state = new LineState();
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, line) = lines[i];
            var whole = state.IsStatementStart ? CellLines.Joined(lines, i) : text;
            var isPython = !state.IsStatementStart || !AddIfCommand(whole, line, cell);
            if (isPython)
                state.Step(text);
            AddLine(isPython ? text : "", line);
            while (!isPython && CellLines.GoesOn(lines, i))
                AddLine("", lines[++i].Line);
        }

        if (state.IsInText)
        {
            _text.Length = start;
            _lines.RemoveRange(count, _lines.Count - count);
            Errors.Add((lines[0].Line, "a text in the cell is never closed"));
        }

        AddLine("", lines.Count > 0 ? lines[^1].Line : 1);
    }

    private void AddLine(string text, int line)
    {
        _text.Append(text).Append('\n');
        _lines.Add(line);
    }

    /// <summary>Keeps a line that is a magic, a command or a question for help; false if it is Python.</summary>
    private bool AddIfCommand(string text, int line, int cell)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            return false;
        if (trimmed[0] is '%' or '!' or '?')
        {
            AddCommand(trimmed.TrimStart("%!?").ToString(), trimmed[0] == '!', line, cell);
            return true;
        }

        if (AssignedCommand(trimmed) is { IsEmpty: false } assigned)
        {
            AddCommand(assigned[1..].ToString(), assigned[0] == '!', line, cell);
            return true;
        }

        return trimmed[^1] == '?' && trimmed.IndexOfAny("#'\"") < 0;
    }

    /// <summary><c>files = !ls</c>: what follows the sign; empty if it is no such line.</summary>
    private static ReadOnlySpan<char> AssignedCommand(ReadOnlySpan<char> line)
    {
        var equal = line.IndexOf('=');
        if (equal <= 0 || line[..equal].ContainsAny(NoTarget))
            return [];
        var value = line[(equal + 1)..].TrimStart();
        return value.Length > 1 && value[0] is '!' or '%' && value[1] != '=' ? value : [];
    }

    /// <summary>Keeps commands joined by <c>&amp;&amp;</c> or <c>;</c>; the program of the first.</summary>
    private string AddCommand(string text, bool isShell, int line, int cell)
    {
        string? first = null;
        foreach (var part in isShell ? text.Split(["&&", ";"], StringSplitOptions.None) : [text])
        {
            var command = part.Trim();
            var end = command.AsSpan().IndexOfAny(' ', '\t');
            var program = end < 0 ? command : command[..end];
            first ??= program;
            if (program.Length > 0)
                Commands.Add(new NotebookCommand(program, end < 0 ? "" : command[end..].Trim(), isShell, line, cell));
        }

        return first ?? "";
    }
}
