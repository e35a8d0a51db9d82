using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Joins brackets that belong together while tokens are made, so that the parser knows an unclosed bracket when it meets it
/// and can step over closed ones. Time is proportional to the number of brackets.
/// </summary>
internal sealed class BracketStack(TokenBuffer<Token> tokens)
{
    private readonly Stack<int> _open = new();
    private int _round, _square, _curly;
    private int _floor;

    /// <summary>Whether no bracket is open since <see cref="Fence"/>.</summary>
    public bool IsEmpty => _open.Count == _floor;

    public void Open(int index)
    {
        _open.Push(index);
        Counter(tokens[index].Kind)++;
    }

    /// <summary>Joins a closing bracket to its opening one; false if there is none.</summary>
    public bool Close(int index)
    {
        var opening = OpeningOf(tokens[index].Kind);
        if (Counter(opening) == 0)
            return false;
        while (true)
        {
            var candidate = _open.Pop();
            var kind = tokens[candidate].Kind;
            Counter(kind)--;
            if (kind != opening)
                continue;
            (tokens[candidate].Link, tokens[index].Link) = (index, candidate);
            return true;
        }
    }

    /// <summary>Gives up the brackets that are open: they stay without a partner.</summary>
    public void Abandon()
    {
        while (_open.Count > _floor)
            _open.Pop();
        (_round, _square, _curly) = (0, 0, 0);
    }

    /// <summary>Starts anew inside a template's field; what comes back restores the state outside.</summary>
    public (int Round, int Square, int Curly, int Floor) Fence()
    {
        var state = (_round, _square, _curly, _floor);
        (_round, _square, _curly, _floor) = (0, 0, 0, _open.Count);
        return state;
    }

    public void Restore((int Round, int Square, int Curly, int Floor) state)
    {
        Abandon();
        (_round, _square, _curly, _floor) = state;
    }

    private static TokenKind OpeningOf(TokenKind closing) =>
        closing == CloseRound ? OpenRound : closing == CloseSquare ? OpenSquare : OpenCurly;

    private ref int Counter(TokenKind opening)
    {
        if (opening == OpenRound)
            return ref _round;
        if (opening == OpenSquare)
            return ref _square;
        return ref _curly;
    }
}
