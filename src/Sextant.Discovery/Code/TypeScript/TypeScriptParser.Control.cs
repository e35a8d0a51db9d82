using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Statements that decide what runs. Their blocks are flattened.</summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>Reads a statement that begins with a reserved word of control; false if it does not.</summary>
    private bool ControlStatement(TokenKind kind)
    {
        switch (kind)
        {
            case If:
                IfStatement();
                return true;
            case For:
                ForStatement();
                return true;
            case While or With:
                _cursor.Advance();
                Condition();
                Body();
                return true;
            case Do:
                DoStatement();
                return true;
            case Switch:
                SwitchStatement();
                return true;
            case Try:
                TryStatement();
                return true;
            case Return:
                ReturnStatement();
                return true;
            case Throw:
                var line = _cursor.Line;
                _cursor.Advance();
                Emit(List(), line);
                EndStatement();
                return true;
            case Break or Continue or Debugger:
                _cursor.Advance();
                if (_cursor.Kind == Name && !_cursor.AfterLineEnd)
                    _cursor.Advance();
                EndStatement();
                return true;
            default:
                return false;
        }
    }

    /// <summary>A statement that may not take place.</summary>
    private void Body()
    {
        _scopes.Blocks++;
        OneStatement();
        _scopes.Blocks--;
    }

    private void Condition()
    {
        var line = _cursor.Line;
        var end = _cursor.Kind == OpenRound ? _cursor.Token.Link : -1;
        _cursor.Expect(OpenRound);
        Emit(List(), line);
        if (_cursor.Index != end)
            _cursor.Fail("unexpected token in a condition");
        _cursor.Advance();
    }

    private void IfStatement()
    {
        while (true)
        {
            _cursor.Advance();
            Condition();
            Body();
            if (!_cursor.Take(Else))
                return;
            if (_cursor.Kind == If)
                continue;
            Body();
            return;
        }
    }

    private void DoStatement()
    {
        _cursor.Advance();
        Body();
        _cursor.Expect(While);
        Condition();
        _cursor.Take(Semicolon);
    }

    private void ReturnStatement()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        var isEmpty = _cursor.Kind is Semicolon or CloseCurly or End || _cursor.AfterLineEnd;
        var value = isEmpty ? null : List();
        EndStatement();
        if (_cursor.Failure is null)
            Add(new Statement.Return(_scopes.Current, value, line));
    }

    private void SwitchStatement()
    {
        _cursor.Advance();
        Condition();
        var end = _cursor.Kind == OpenCurly ? _cursor.Token.Link : -1;
        _cursor.Expect(OpenCurly);
        _scopes.Blocks++;
        while (_cursor.Kind != End && _cursor.Index < end)
        {
            var line = _cursor.Line;
            if (_cursor.Kind == Case)
            {
                _cursor.Advance();
                _choices++;
                Emit(List(), line);
                _choices--;
                _cursor.Expect(Colon);
            }
            else if (_cursor.Kind == Default && _cursor.Following.Kind == Colon)
            {
                _cursor.Advance();
                _cursor.Advance();
            }
            else
            {
                OneStatement();
            }
        }

        _scopes.Blocks--;
        _cursor.Expect(CloseCurly);
    }

    private void TryStatement()
    {
        _cursor.Advance();
        Body();
        if (_cursor.Take(Catch))
        {
            if (_cursor.Kind == OpenRound)
                _cursor.Skip();
            Body();
        }

        if (_cursor.Take(Finally))
            Body();
    }

    private void ForStatement()
    {
        _cursor.Advance();
        _cursor.Take(Await);
        var (line, end) = (_cursor.Line, _cursor.Kind == OpenRound ? _cursor.Token.Link : -1);
        _cursor.Open();
        var declares = _cursor.Kind is Const or Var || (_cursor.Kind == Name && _cursor.Characters is "let" or "using" && _cursor.Following.Kind is Name or OpenCurly or OpenSquare);
        if (declares)
            _cursor.Advance();
        if (_cursor.Kind != Semicolon)
            ForHead(declares, line);
        while (_cursor.Take(Semicolon))
        {
            if (_cursor.Kind is not (Semicolon or CloseRound))
                Emit(List(), line);
        }

        if (_cursor.Index != end)
            _cursor.Fail("unexpected token in the head of a loop");
        _cursor.Advance();
        Body();
    }

    private void ForHead(bool declares, int line)
    {
        _withoutIn++;
        var first = declares ? Target() : List();
        var type = declares && _cursor.Take(Colon) ? Type() : null;
        _withoutIn--;
        if (_cursor.Is("of") || _cursor.Kind == In)
        {
            var isKey = _cursor.Kind == In;
            _cursor.Advance();
            var source = List();
            Bind(first, isKey ? new Expression.Operation("in", [source], line) : new Expression.Operation("for", [source], line), type, line);
            return;
        }

        if (!declares)
        {
            Emit(first, line);
            return;
        }

        Bind(first, _cursor.Take(Equal) ? Assign() : null, type, line);
        if (_cursor.Take(Comma))
            Declarators();
    }
}
