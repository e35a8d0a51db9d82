using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Turns the tokens of a Go file into facts, in one pass. An error costs one statement.</summary>
internal sealed partial class GoParser
{
    /// <summary>Expressions, types and blocks within each other; what is deeper is not read.</summary>
    private const int MaxDepth = 200;

    /// <summary>Expressions within each other in what is handed on, counted generously.</summary>
    private const int MaxHeight = 500;

    private readonly GoCursor _cursor;
    private readonly GoScopes _scopes = new();
    private readonly List<Statement> _statements = [];
    private int _scope;
    private int _depth;

    public GoParser(string text, List<GoToken> tokens) => _cursor = new GoCursor(text, tokens);

    /// <summary>The facts of the file.</summary>
    public CodeUnit Parse(string path, string module, bool isCut)
    {
        // The files of a folder are one package, whose names need no import.
        _statements.Add(new Statement.Import(0, GoModules.OwnPackage, "*", "*", 1));
        if (_cursor.Accept(GoKeyword.Package))
            _cursor.SkipStatement();
        while (!_cursor.IsEnd)
        {
            var before = _cursor.Position;
            if (!_cursor.AcceptSemicolon() && !Declaration())
            {
                _cursor.Error("this is no declaration");
                _cursor.SkipStatement();
            }

            if (_cursor.Position == before)
                _cursor.Next();
        }

        if (isCut)
            _cursor.Error("the file is too long to be read whole");
        return new CodeUnit(path, "go", module, _scopes.ToScopes(_cursor.LastLine), _statements, _cursor.Errors);
    }

    private bool Declaration()
    {
        if (_cursor.Token.Kind != GoTokenKind.Keyword)
            return false;
        switch ((GoKeyword)_cursor.Token.Code)
        {
            case GoKeyword.Import:
                Group(Import);
                return true;
            case GoKeyword.Const:
                _constants = [];
                Group(Constant);
                return true;
            case GoKeyword.Var:
                Group(Variable);
                return true;
            case GoKeyword.Type:
                Group(TypeDeclaration);
                return true;
            case GoKeyword.Func when _scope == 0:
                Function();
                return true;
            default:
                return false;
        }
    }

    /// <summary>A keyword with one declaration, or several in parentheses.</summary>
    private void Group(Action one)
    {
        _cursor.Next();
        if (!_cursor.Accept('('))
        {
            one();
            EndStatement();
            return;
        }

        while (!_cursor.IsEnd && !_cursor.Accept(')'))
        {
            var before = _cursor.Position;
            if (!_cursor.AcceptSemicolon())
            {
                one();
                EndStatement();
            }

            if (_cursor.Position == before)
                _cursor.Next();
        }
    }

    /// <summary>Reads the end of a statement; what stands before it is an error.</summary>
    private void EndStatement()
    {
        if (_cursor.AcceptSemicolon() || _cursor.IsEnd || _cursor.Is('}') || _cursor.Is(')'))
            return;
        _cursor.Error("the end of the statement is missing");
        _cursor.SkipStatement();
        _cursor.AcceptSemicolon();
    }

    /// <summary>Adds a statement before those of the function literals in it.</summary>
    private void Add(Statement statement, int at)
    {
        if (at >= _statements.Count)
            _statements.Add(statement);
        else
            _statements.Insert(at, statement);
    }
}
