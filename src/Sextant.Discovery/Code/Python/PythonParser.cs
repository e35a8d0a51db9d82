using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.Python.TokenKind;

namespace Sextant.Discovery.Code.Python;

/// <summary>
/// Reads the statements of a file, one logical line after the other, without recursion: which scope a line is in follows from
/// its indentation alone. A line that cannot be read is lost, and the next is read.
/// </summary>
internal sealed partial class PythonParser
{
    /// <summary>Statements kept of one file.</summary>
    /// <summary>Match statements within each other.</summary>
    private const int MaxSubjects = 40;

    private const int MaxStatements = 500_000;

    /// <summary>Errors kept of one file.</summary>
    private const int MaxErrors = 1_000;

    private readonly TokenBuffer<Token> _tokens;
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly ScopeStack _scopes = new();
    private readonly List<Statement> _statements = [];

    // What match statements around look at, with their indentation.
    private readonly Stack<(int Column, Expression Subject)> _subjects = new();
    private readonly List<(int Line, string Message)> _errors = [];
    private readonly List<Expression> _decorators = [];
    private int _decoratorLine;
    private int _column;
    private bool _inHeader;

    public PythonParser(string source, TokenBuffer<Token> tokens)
    {
        _tokens = tokens;
        _cursor = new TokenCursor(source, tokens);
        _expressions = new ExpressionParser(_cursor);
    }

    /// <summary>The facts of the file whose tokens were made.</summary>
    public CodeUnit Parse(string path, string module, bool complete)
    {
        while (!_cursor.AtEnd && _statements.Count < MaxStatements)
            ParseLine();
        if (!complete || !_cursor.AtEnd)
            _errors.Add((_cursor.Line, "the file has more than is read"));
        var lastLine = _tokens[_tokens.Count - 1].Line;
        return new CodeUnit(path, "python", module, _scopes.ToScopes(lastLine), [.. _statements], _errors);
    }

    private void ParseLine()
    {
        var start = _cursor.Index;
        _cursor.StartLine();
        _column = _cursor.Token.Column;
        _inHeader = false;
        _scopes.LeaveTo(_column);
        var (kept, scopes) = (_statements.Count, _scopes.Next);
        while (true)
        {
            var isHeader = ParseStatement();
            _inHeader |= isHeader;
            if (_cursor.AtLineEnd || _cursor.Failure is not null)
                break;
            if (!isHeader && !_cursor.Take(Semicolon))
                _cursor.Fail("unexpected token");
            if (_cursor.AtLineEnd)
                break;
            kept = _cursor.Failure is null ? _statements.Count : kept;
        }

        if (_cursor.Failure is { } failure)
            GiveUp(start, kept, failure);
        else
            _scopes.Touch(_cursor.LastLine, isHeader: _scopes.Next > scopes);
        DropDecorators(start);
    }

    private void GiveUp(int start, int kept, (int Line, string Message) failure)
    {
        _statements.RemoveRange(kept, _statements.Count - kept);
        if (_errors.Count < MaxErrors)
            _errors.Add(failure);
        _expressions.Reset();
        _cursor.Recover(start);
    }

    /// <summary>Decorators that nothing followed are expressions like any other.</summary>
    private void DropDecorators(int start)
    {
        if (_decorators.Count == 0 || _tokens[start].Kind == At)
            return;
        foreach (var decorator in _decorators)
            Emit(new Statement.Evaluation(_scopes.Current, decorator, decorator.Line));
        _decorators.Clear();
    }

    private void Emit(Statement statement) => _statements.Add(statement);

    /// <summary>Reads a statement, or the header of a compound one; true if it was a header, so that more may follow in the line.</summary>
    private bool ParseStatement()
    {
        switch (_cursor.Kind)
        {
            case At:
                ParseDecorator();
                return false;
            case Def or Class or For or With or Async:
                return ParseScopeOrLoop();
            case If or Elif or While:
                _cursor.Advance();
                EmitEvaluation(_expressions.Named());
                return EndHeader();
            case Else or Try or Finally:
                _cursor.Advance();
                return EndHeader();
            case Except:
                return ParseExcept();
            case Name:
                return ParseSoftKeyword() ?? ParseSimple(ParseExpressionStatement);
            default:
                return ParseSimple(ParseKeywordStatement);
        }
    }

    private bool ParseScopeOrLoop()
    {
        if (_cursor.Kind == Async && _cursor.Following is Def or For or With)
            _cursor.Advance();
        return _cursor.Kind switch
        {
            Def => ParseFunction(),
            Class => ParseClass(),
            For => ParseFor(),
            With => ParseWith(),
            _ => ParseSimple(ParseExpressionStatement),
        };
    }

    private static bool ParseSimple(Action parse)
    {
        parse();
        return false;
    }

    private bool EndHeader()
    {
        _cursor.Expect(Colon);
        return true;
    }

    private void EmitEvaluation(Expression value)
    {
        if (Accepts(value))
            Emit(new Statement.Evaluation(_scopes.Current, value, value.Line));
    }
}
