using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>
/// Reads TypeScript and JavaScript by recursive descent. After a failure of the cursor what a method returns means nothing; the
/// innermost statement or member around it is given up.
/// </summary>
internal sealed partial class TypeScriptParser(string source, TokenBuffer<Token> tokens)
{
    /// <summary>How deep statements, expressions, types and markup may nest, all together.</summary>
    private const int MaxNesting = 240;

    /// <summary>Places that could not be read which are told of one file.</summary>
    private const int MaxErrors = 200;

    /// <summary>Tokens read in vain, for each token of the file.</summary>
    private const int MaxTried = 4;

    private readonly TokenCursor _cursor = new(source, tokens);
    private readonly ScopeList _scopes = new();
    private readonly List<(int Line, string Message)> _errors = [];
    private readonly List<Statement.Import> _imports = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private int _nesting;
    private int _statement;
    private int _tried;

    /// <summary>The facts of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="module">Its name in imports.</param>
    /// <param name="complete">Whether all of it became tokens.</param>
    public CodeUnit Parse(string path, string module, bool complete)
    {
        while (!_cursor.AtEnd)
            OneStatement();
        if (!complete)
            _errors.Add((tokens[tokens.Count - 1].Line, "the file is too large to be read to its end"));
        foreach (var import in _imports)
            _scopes.Add(0, import);
        var statements = _scopes.Statements().Select(s => s is Statement.Import { Member: null } import ? Called(import) : s);
        return new CodeUnit(path, "typescript", module, _scopes.Scopes(tokens[tokens.Count - 1].Line), [.. statements], _errors);
    }

    // A module that is itself called is what it exports by default: const OpenAI = require("openai"); new OpenAI().
    private Statement.Import Called(Statement.Import import) =>
        _called.Contains(import.Local) && !ModuleNames.IsOfRuntime(import.Module) ? import with { Member = "default" } : import;

    private void OneStatement()
    {
        if (_cursor.Failure is not null)
            return;
        var (start, outer) = (_cursor.Index, _statement);
        _statement = start;
        if (++_nesting > MaxNesting)
            _cursor.Fail("nested too deeply");
        else
            StatementOf(_cursor.Kind);
        _nesting--;
        _statement = outer;
        Recover(start);
    }

    /// <summary>After a failure: notes it, and goes to where the next statement or member begins.</summary>
    private void Recover(int start)
    {
        if (_cursor.Failure is not { } failure)
            return;
        if (_errors.Count < MaxErrors)
            _errors.Add(failure);
        _cursor.Recover(start);
    }

    private void StatementOf(TokenKind kind)
    {
        switch (kind)
        {
            case Semicolon:
                _cursor.Advance();
                break;
            case OpenCurly:
                Block();
                break;
            case Function or Class or At or TokenKind.Enum:
                Declaration();
                break;
            case Const when _cursor.Following.Kind == TokenKind.Enum:
                _cursor.Advance();
                Declaration();
                break;
            case Const or Var:
                Variables();
                break;
            case Import when _cursor.Following.Kind is not (OpenRound or Dot):
                ImportStatement();
                break;
            case Export:
                ExportStatement();
                break;
            case Await when _cursor.FollowingCharacters is "using" && _cursor.At(_cursor.Index + 2).Kind == Name:
                _cursor.Advance();
                Variables();
                break;
            case Name when ContextualStatement():
                break;
            default:
                if (!ControlStatement(kind))
                    ExpressionStatement();
                break;
        }
    }

    private void ExpressionStatement()
    {
        var line = _cursor.Line;
        if (_cursor.Kind == Name && _cursor.Following.Kind == Colon)
        {
            _cursor.Advance();
            _cursor.Advance();
            return;
        }

        var value = List();
        EndStatement();
        Emit(value, line);
    }

    /// <summary>A statement ends with a semicolon, at the end of its line, or where its block ends.</summary>
    private void EndStatement()
    {
        if (_cursor.Failure is null && !_cursor.Take(Semicolon) && _cursor.Kind is not (CloseCurly or End) && !_cursor.AfterLineEnd)
            _cursor.Fail("unexpected token after a statement");
    }

    private void Block()
    {
        var end = _cursor.Token.Link;
        _cursor.Open();
        _scopes.Blocks++;
        Statements(end);
        _scopes.Blocks--;
    }

    /// <summary>The statements up to a closing bracket, and that.</summary>
    private void Statements(int end)
    {
        while (_cursor.Kind != End && _cursor.Index < end)
            OneStatement();
        if (_cursor.Failure is not null)
            return;
        _cursor.JumpTo(end);
        _cursor.Advance();
    }

    private void Add(Statement statement) => _scopes.Add(_statement, statement);

    /// <summary>Adds what an expression that stands by itself does.</summary>
    private void Emit(Expression expression, int line)
    {
        if (_cursor.Failure is not null)
            return;
        switch (expression)
        {
            case Expression.Operation { Operator: ":=", Operands: [var target, var value] }:
                EmitAssignment(target, value, line);
                break;
            case Expression.Operation { Operator: ",", Operands: var several }:
                foreach (var one in several)
                    Emit(one, one.Line);
                break;
            default:
                Add(new Statement.Evaluation(_scopes.Current, expression, line));
                break;
        }
    }

    private void EmitAssignment(Expression target, Expression value, int line)
    {
        if (value is Expression.Operation { Operator: ":=", Operands: [var inner, var last] })
        {
            EmitAssignment(inner, last, line);
            value = inner is Expression.Name or Expression.Member ? inner : last;
        }

        if (target is Expression.Member { Id: "innerHTML" or "outerHTML" } markup)
            Add(new Statement.Evaluation(_scopes.Current, new Expression.Call(new Expression.Name(markup.Id, line), [new Argument(null, value)], line), line));
        if (ExportedName(target) is { } exported)
            target = new Expression.Name(exported, line);
        Bind(target, value, null, line);
    }

    /// <summary>The name under which <c>module.exports = x</c> or <c>exports.y = x</c> exports; null if a target is neither.</summary>
    private static string? ExportedName(Expression target) => target switch
    {
        Expression.Member { Id: "exports", Target: Expression.Name { Id: "module" } } => "default",
        Expression.Member { Id: var id, Target: Expression.Name { Id: "exports" } } => id,
        Expression.Member { Id: var id, Target: Expression.Member { Id: "exports", Target: Expression.Name { Id: "module" } } } => id,
        _ => null,
    };
}
