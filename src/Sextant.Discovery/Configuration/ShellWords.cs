using System.Text;

namespace Sextant.Discovery.Configuration;

/// <summary>A simple command of a shell text.</summary>
/// <param name="Words">Its words, unquoted.</param>
/// <param name="Line">The line it starts at, counted from 0 within the text.</param>
internal sealed record ShellCommand(IReadOnlyList<string> Words, int Line);

/// <summary>
/// Splits shell text into simple commands: at line ends, <c>;</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>|</c> and parentheses, with quotes,
/// backslashes and comments. It expands and runs nothing, and stops at its bounds.
/// </summary>
internal sealed class ShellWords
{
    private const int MaxCommands = 2000;
    private const int MaxText = 256 * 1024;

    private readonly List<ShellCommand> _commands = [];
    private readonly StringBuilder _word = new();
    private List<string> _words = [];
    private bool _inWord;
    private int _line;
    private int _start;

    private ShellWords()
    {
    }

    public static IReadOnlyList<ShellCommand> Split(string text)
    {
        var shell = new ShellWords();
        shell.Read(text.Length > MaxText ? text[..MaxText] : text);
        return shell._commands;
    }

    private void Read(string text)
    {
        for (var i = 0; i < text.Length && _commands.Count < MaxCommands; i++)
            i = Take(text, i);
        EndCommand();
    }

    private int Take(string text, int i)
    {
        switch (text[i])
        {
            case '\\' when i + 1 < text.Length:
                return Escape(text, i);
            case '\'' or '"':
                return Quoted(text, i);
            case '\n':
                EndCommand();
                _start = ++_line;
                break;
            case ';' or '|' or '(' or ')' or '`':
                EndCommand();
                break;
            case '$' when i + 1 < text.Length && text[i + 1] == '{':
                return Braced(text, i);
            case '&' when !(i > 0 && text[i - 1] is '>' or '<') && !(i + 1 < text.Length && text[i + 1] == '>'):
                EndCommand();
                break;
            case '#' when !_inWord:
                while (i + 1 < text.Length && text[i + 1] != '\n')
                    i++;
                break;
            case ' ' or '\t' or '\r':
                EndWord();
                break;
            default:
                Append(text[i]);
                break;
        }

        return i;
    }

    private int Escape(string text, int i)
    {
        if (text[i + 1] == '\n' || (text[i + 1] == '\r' && i + 2 < text.Length && text[i + 2] == '\n'))
        {
            EndWord();
            _line++;
            return text[i + 1] == '\r' ? i + 2 : i + 1;
        }

        Append(text[i + 1]);
        return i + 1;
    }

    private int Quoted(string text, int i)
    {
        var quote = text[i];
        _inWord = true;
        for (i++; i < text.Length && text[i] != quote; i++)
        {
            if (text[i] == '\\' && quote == '"' && i + 1 < text.Length)
                i++;
            if (text[i] == '\n')
                _line++;
            _word.Append(text[i]);
        }

        return i;
    }

    // ${{ … }} of GitHub and ${…} of shells are one word, whatever stands in them.
    private int Braced(string text, int i)
    {
        var close = text.AsSpan(i).StartsWith("${{") ? "}}" : "}";
        var end = text.IndexOf(close, i, StringComparison.Ordinal);
        if (end < 0)
        {
            Append(text[i]);
            return i;
        }

        end += close.Length - 1;
        _inWord = true;
        _word.Append(text, i, end - i + 1);
        _line += text.AsSpan(i, end - i + 1).Count('\n');
        return end;
    }

    private void Append(char c)
    {
        _inWord = true;
        _word.Append(c);
    }

    private void EndWord()
    {
        if (_inWord)
            _words.Add(_word.ToString());
        _word.Clear();
        _inWord = false;
    }

    private void EndCommand()
    {
        EndWord();
        if (_words.Count > 0)
            _commands.Add(new ShellCommand(_words, _start));
        _words = [];
        _start = _line;
    }
}
