using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Java;

/// <summary>Reads a file of Java by recursive descent. What cannot be read costs one statement or member, and the next is read.</summary>
internal sealed partial class JavaParser
{
    private readonly Cursor _cursor;
    private readonly FactBuilder _facts;

    // The name that the next lambda gets: that of the variable to which it is assigned.
    private string _name = "";

    public JavaParser(Cursor cursor, FactBuilder facts) => (_cursor, _facts) = (cursor, facts);

    /// <summary>The facts of the file.</summary>
    public CodeUnit Parse(string path, bool complete)
    {
        var module = "";
        while (!_cursor.AtEnd && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (_cursor.Is("package"))
                module = Package();
            else if (_cursor.Is("import"))
                Import();
            else if (_cursor.Is("module") && _cursor.Ahead(1).Kind == Name || _cursor.Is("open") && _cursor.Ahead(1).Kind == Name && _cursor.IsAt(_cursor.Index + 1, "module"))
                break;
            else if (!_cursor.Take(Semicolon))
                Member("");
            AfterStatement(start);
        }

        if (!complete || _cursor.IsExhausted)
            _facts.Error((_cursor.Line, "the file has more than is read"));
        if (module.Length > 0)
            _facts.Import(module, "*", "*", 1);
        return _facts.ToUnit(path, "java", module, _cursor.LastLine);
    }

    /// <summary>Notes a failure, and goes on behind the statement that began at a token; always gets further.</summary>
    private void AfterStatement(int start)
    {
        if (_cursor.Failure is { } failure)
        {
            _facts.Error(failure);
            _cursor.Recover(start);
        }

        if (_cursor.Index == start)
            _cursor.Advance();
    }

    private string Package()
    {
        _cursor.Advance();
        var name = DottedName();
        _cursor.Expect(Semicolon);
        return name;
    }

    private string DottedName()
    {
        var name = _cursor.TakeName();
        while (_cursor.Kind == Dot && _cursor.Ahead(1).Kind == Name)
        {
            _cursor.Advance();
            name += "." + _cursor.TakeName();
        }

        return name;
    }

    private void Import()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        if (_cursor.Is("module") && _cursor.Ahead(1).Kind == Name)
        {
            while (_cursor.Kind is not (Semicolon or End))
                _cursor.Advance();
            _cursor.Take(Semicolon);
            return;
        }

        _cursor.Take("static");
        var name = DottedName();
        var star = _cursor.Take(Dot) && _cursor.Take(Star);
        _cursor.Expect(Semicolon);
        if (_cursor.Failure is null)
            JvmImports.Add(_facts, name, star, null, line);
    }

    /// <summary>Goes one level deeper for what is done; nothing is done if that is too deep.</summary>
    private T? Deeper<T>(Func<T> parse)
        where T : class
    {
        if (!_cursor.Enter())
            return null;
        var found = parse();
        _cursor.Leave();
        return found;
    }
}
