using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Declarations that begin with a word which is reserved only there, enumerations, namespaces.</summary>
internal sealed partial class TypeScriptParser
{
    private void Declaration()
    {
        switch (_cursor.Kind)
        {
            case Function:
                FunctionDeclaration("");
                break;
            case TokenKind.Enum:
                EnumDeclaration();
                break;
            default:
                ClassDeclaration("");
                break;
        }
    }

    /// <summary>Reads a statement that begins with such a word; false if the word is an ordinary name here.</summary>
    private bool ContextualStatement()
    {
        var next = _cursor.Following;
        if (next.FirstOnLine && next.Kind is not (OpenCurly or OpenSquare))
            return false;
        var follows = next.Kind == Name;
        switch (_cursor.Characters)
        {
            case "let" or "using" when follows || next.Kind is OpenCurly or OpenSquare or Await or Yield:
                if (_cursor.Characters is "using" && !follows)
                    return false;
                Variables();
                return true;
            case "async" when next.Kind == Function:
                FunctionDeclaration("");
                return true;
            case "abstract" when next.Kind == Class:
                ClassDeclaration("");
                return true;
            case "type" when follows:
                TypeAlias();
                return true;
            case "interface" when follows:
                Interface();
                return true;
            case "namespace" or "module" when follows || next.Kind == Text:
                Namespace();
                return true;
            case "global" when next.Kind == OpenCurly:
                _cursor.Advance();
                _cursor.Skip();
                return true;
            case "declare" when follows || next.Kind is Const or Var or Function or Class or TokenKind.Enum:
                _cursor.Advance();
                if (_cursor.Is("declare"))
                    _cursor.Fail("declared twice");
                StatementOf(_cursor.Kind);
                return true;
            default:
                return false;
        }
    }

    private void TypeAlias()
    {
        _cursor.Advance();
        var line = _cursor.Line;
        var name = _cursor.TakeWord();
        SkipTypeParameters();
        _cursor.Expect(Equal);
        var type = Type();
        EndStatement();
        if (_cursor.Failure is null && type is Expression.Name or Expression.Member or Expression.Element)
            Add(new Statement.Assignment(_scopes.Current, new Expression.Name(name, line), type, null, line));
    }

    private void Namespace()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        if (_cursor.Kind == Text)
        {
            _cursor.Advance();
            if (_cursor.Kind == OpenCurly)
                _cursor.Skip();
            return;
        }

        var nameLine = _cursor.Line;
        var name = _cursor.TakeWord();
        while (_cursor.Take(Dot))
            Word();
        if (_cursor.Kind != OpenCurly)
        {
            _cursor.Fail("the body of a namespace is missing");
            return;
        }

        var state = _scopes.Enter(ScopeKind.Class, name, line, nameLine);
        _scopes.Change(_scopes.Current, s => s with { IsOpen = true });
        var end = _cursor.Token.Link;
        _cursor.Open();
        Statements(end);
        _scopes.Leave(state, _cursor.LastLine);
    }

    private void EnumDeclaration()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        var nameLine = _cursor.Line;
        var state = _scopes.Enter(ScopeKind.Class, Word(), line, nameLine);
        if (_cursor.Kind != OpenCurly)
            _cursor.Fail("the body of an enumeration is missing");
        _cursor.Open();
        while (_cursor.Kind is not (CloseCurly or End))
        {
            var at = _cursor.Line;
            var key = Key();
            var value = _cursor.Take(Equal) ? Assign() : new Expression.Unknown(at);
            if (key is Expression.Text member)
                Add(new Statement.Assignment(_scopes.Current, new Expression.Name(member.Value, at), value, null, at));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseCurly);
        _scopes.Leave(state, _cursor.LastLine);
    }
}
