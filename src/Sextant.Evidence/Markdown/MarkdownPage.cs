using System.Text;

namespace Sextant.Evidence.Markdown;

/// <summary>A page of bounded length: a block is put on it whole or not at all.</summary>
internal sealed class MarkdownPage(int maxLength)
{
    private readonly StringBuilder _text = new();

    /// <summary>Puts blocks on the page, in order, until one does not fit.</summary>
    /// <param name="head">What stands before the first; nothing is written without at least one block.</param>
    /// <param name="blocks">The blocks; made only while there is room.</param>
    /// <param name="tail">What stands after the last.</param>
    /// <param name="most">How many blocks at most.</param>
    /// <param name="reserve">Characters to leave free for what follows.</param>
    /// <returns>How many blocks were put on.</returns>
    public int Add(string head, IEnumerable<string> blocks, string tail, int most, int reserve)
    {
        var start = _text.Length;
        _text.Append(head);
        var added = 0;
        foreach (var block in blocks.Take(most))
        {
            if (_text.Length + block.Length + tail.Length + reserve > maxLength)
                break;
            _text.Append(block);
            added++;
        }

        if (added == 0)
            _text.Length = start;
        else
            _text.Append(tail);
        return added;
    }

    /// <summary>Puts a line on the page if it fits.</summary>
    public void Add(string line)
    {
        if (_text.Length + line.Length <= maxLength)
            _text.Append(line);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
