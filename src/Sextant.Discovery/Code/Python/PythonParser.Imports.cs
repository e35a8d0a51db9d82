using System.Text;
using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>Imports.</summary>
internal sealed partial class PythonParser
{
    private void ParseImport()
    {
        do
        {
            _cursor.Advance();
            var line = _cursor.Line;
            var module = DottedName();
            var local = AliasOr(module.Split('.', 2)[0]);
            if (_cursor.Failure is null)
                Emit(new Statement.Import(_scopes.Current, module, null, local, line));
        }
        while (_cursor.Kind == Comma);
    }

    private void ParseFromImport()
    {
        _cursor.Advance();
        var dots = 0;
        for (; _cursor.Kind is Dot or Ellipsis; _cursor.Advance())
            dots += _cursor.Kind == Dot ? 1 : 3;
        var module = new string('.', dots) + (dots > 0 && _cursor.Kind == TokenKind.Import ? "" : DottedName());
        _cursor.Expect(TokenKind.Import);
        var inBrackets = _cursor.Kind == OpenRound;
        if (inBrackets)
            _cursor.Open();
        do
            ParseMember(module);
        while (_cursor.Take(Comma) && _cursor.Kind != CloseRound && !_cursor.AtLineEnd);
        if (inBrackets)
            _cursor.Close(CloseRound);
    }

    private void ParseMember(string module)
    {
        var line = _cursor.Line;
        if (_cursor.Take(Star))
        {
            Emit(new Statement.Import(_scopes.Current, module, "*", "*", line));
            return;
        }

        if (_cursor.Kind != Name)
        {
            _cursor.Fail("expected a name to import");
            return;
        }

        var member = _cursor.TakeName();
        var local = AliasOr(member);
        if (_cursor.Failure is null)
            Emit(new Statement.Import(_scopes.Current, module, member, local, line));
    }

    private string AliasOr(string name)
    {
        if (!_cursor.Take(As))
            return name;
        if (_cursor.Kind == Name)
            return _cursor.TakeName();
        _cursor.Fail("expected a name after 'as'");
        return name;
    }

    private string DottedName()
    {
        if (_cursor.Kind != Name)
        {
            _cursor.Fail("expected the name of a module");
            return "";
        }

        var first = _cursor.TakeName();
        if (_cursor.Kind != Dot)
            return first;
        var name = new StringBuilder(first);
        while (_cursor.Take(Dot))
        {
            if (_cursor.Kind < Or && _cursor.Kind != Name)
                _cursor.Fail("expected a name after '.'");
            else
                name.Append('.').Append(_cursor.TakeName());
        }

        return name.ToString();
    }
}
