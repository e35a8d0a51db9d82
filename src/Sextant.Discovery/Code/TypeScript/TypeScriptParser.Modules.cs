using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Imports and exports.</summary>
internal sealed partial class TypeScriptParser
{
    private void ImportStatement()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        if (_cursor.Kind == Text)
        {
            _cursor.Advance();
            EndImport();
            return;
        }

        if (_cursor.Kind == Name && _cursor.Characters is "type" or "typeof" or "defer" && _cursor.Following is { Kind: Name or OpenCurly or Star } next && !(next.Kind == Name && _cursor.FollowingCharacters is "from"))
            _cursor.Advance();
        var names = new List<(string? Member, string Local, int Line)>();
        if (_cursor.AtWord)
            names.Add(("default", _cursor.TakeWord(), line));
        if (names.Count > 0 && _cursor.Take(Equal))
        {
            Bind(new Expression.Name(names[0].Local, line), Assign(), null, line);
            EndStatement();
            return;
        }

        _cursor.Take(Comma);
        if (_cursor.Take(Star))
        {
            TakeWord("as");
            names.Add((null, Word(), line));
        }
        else if (_cursor.Kind == OpenCurly)
        {
            NamedParts(names);
        }

        TakeWord("from");
        if (ModuleText() is not { } module)
            return;
        foreach (var (member, local, at) in names)
            Add(new Statement.Import(_scopes.Current, module, member == "default" && ModuleNames.IsOfRuntime(module) ? null : member, local, at));
    }

    /// <summary><c>{ a, type b, default as c, "d" as e }</c>: each with the name by which it is known outside and here.</summary>
    private void NamedParts(List<(string? Member, string Local, int Line)> names)
    {
        _cursor.Open();
        while (_cursor.Kind is not (CloseCurly or End))
        {
            var line = _cursor.Line;
            if (_cursor.Is("type") && (_cursor.Following.Kind is Text || (Keywords.IsWord(_cursor.Following.Kind) && _cursor.FollowingCharacters is not "as")))
                _cursor.Advance();
            var member = Word();
            names.Add((member, _cursor.Take("as") ? Word() : member, line));
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseCurly);
    }

    private string Word()
    {
        if (_cursor.Kind == Text)
            return TextValue();
        if (_cursor.AtWord)
            return _cursor.TakeWord();
        _cursor.Fail("a name is missing");
        return "";
    }

    private void TakeWord(string word)
    {
        if (!_cursor.Take(word))
            _cursor.Fail($"'{word}' is missing");
    }

    private string TextValue()
    {
        var value = ScriptText.Unescaped(_cursor.Characters[1..^1]);
        _cursor.Advance();
        return value;
    }

    private string? ModuleText()
    {
        if (_cursor.Kind != Text)
        {
            _cursor.Fail("the name of a module is missing");
            return null;
        }

        var module = ModuleNames.Plain(TextValue());
        EndImport();
        return module.Length > 0 ? module : null;
    }

    private void EndImport()
    {
        if (_cursor.Kind == With || (_cursor.Is("assert") && !_cursor.AfterLineEnd))
        {
            _cursor.Advance();
            if (_cursor.Kind == OpenCurly)
                _cursor.Skip();
        }

        EndStatement();
    }

    private void ExportStatement()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        switch (_cursor.Kind)
        {
            case Default:
                _cursor.Advance();
                ExportDefault(line);
                break;
            case Equal:
                _cursor.Advance();
                Bind(new Expression.Name("default", line), Assign(), null, line);
                EndStatement();
                break;
            case Star:
                ExportAll(line);
                break;
            case OpenCurly:
                ExportNames(line);
                break;
            case Name when _cursor.Is("type") && _cursor.Following.Kind is OpenCurly or Star:
                _cursor.Advance();
                if (_cursor.Kind == Star)
                    ExportAll(line);
                else
                    ExportNames(line);
                break;
            case Name when _cursor.Is("as"):
                while (_cursor.AtWord)
                    _cursor.Advance();
                EndStatement();
                break;
            default:
                if (_cursor.Kind is Const or Var or Function or Class or At or TokenKind.Enum or Import or Name)
                    StatementOf(_cursor.Kind);
                else
                    _cursor.Fail("unexpected token after 'export'");
                break;
        }
    }

    private void ExportDefault(int line)
    {
        var isFunction = _cursor.Kind == Function || (_cursor.Is("async") && _cursor.Following is { Kind: Function, FirstOnLine: false });
        var isClass = _cursor.Kind is Class or At || (_cursor.Is("abstract") && _cursor.Following.Kind == Class);
        if (isFunction || isClass || (_cursor.Is("interface") && _cursor.Following.Kind == Name))
        {
            var name = isFunction ? FunctionDeclaration("default") : isClass ? ClassDeclaration("default") : Interface();
            if (name != "default" && _cursor.Failure is null)
                Add(new Statement.Assignment(_scopes.Current, new Expression.Name("default", line), new Expression.Name(name, line), null, line) { Always = true });
            return;
        }

        Bind(new Expression.Name("default", line), Assign(), null, line);
        EndStatement();
    }

    private void ExportAll(int line)
    {
        _cursor.Advance();
        var name = _cursor.Take("as") ? Word() : null;
        TakeWord("from");
        if (ModuleText() is { } module)
            Add(new Statement.Import(_scopes.Current, module, name is null ? "*" : null, name ?? "*", line));
    }

    private void ExportNames(int line)
    {
        var names = new List<(string? Member, string Local, int Line)>();
        NamedParts(names);
        if (_cursor.Take("from"))
        {
            if (ModuleText() is not { } module)
                return;
            foreach (var (member, local, at) in names)
                Add(new Statement.Import(_scopes.Current, module, member, local, at));
            return;
        }

        EndStatement();
        foreach (var (member, local, at) in names.Where(n => n.Member != n.Local && n.Member is not null))
            Add(new Statement.Assignment(_scopes.Current, new Expression.Name(local, at), new Expression.Name(member ?? "", at), null, line) { Always = true });
    }
}
