using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Turns the tokens of a file into facts: namespaces, types and members here, the rest in the other parts.</summary>
internal sealed partial class CSharpParser(TokenCursor cursor)
{
    /// <summary>Expressions, types, statements and blocks within each other.</summary>
    private const int MaxDepth = 150;

    private const int MaxErrors = 100;

    private readonly ScopeList _scopes = new();
    private readonly List<Statement> _statements = [];
    private readonly List<(int Line, string Message)> _errors = [];
    private string _module = "";
    private int _depth;

    /// <summary>Reads the whole file.</summary>
    public CodeUnit Parse(string path, bool complete)
    {
        Declarations(int.MaxValue);
        var last = cursor.Line;
        if (!complete)
            _errors.Add((last, "too large: the rest is not read"));
        return new CodeUnit(path, "csharp", _module, _scopes.All(last), InOrder(_statements), _errors);
    }

    // What stands in a function written as a value was read before the statement that holds the value.
    private static List<Statement> InOrder(List<Statement> statements)
    {
        for (var i = 1; i < statements.Count; i++)
        {
            if (statements[i].Line < statements[i - 1].Line)
                return [.. statements.OrderBy(s => s.Line)];
        }

        return statements;
    }

    /// <summary>What stands in a file or namespace, up to a token.</summary>
    private void Declarations(int end)
    {
        while (cursor.Kind != End && cursor.Index < end)
        {
            var start = cursor.Index;
            if (cursor.Kind is CloseCurly or Semicolon)
                cursor.Advance();
            else if (cursor.Kind == Using && IsUsingDirective(cursor.Index) || cursor.IsWord("global") && cursor.Ahead() == Using)
                UsingDirective();
            else if (cursor.IsWord("extern") && cursor.IsWordAt(cursor.Index + 1, "alias"))
                cursor.Recover(start, end);
            else if (cursor.Kind == Namespace)
                NamespaceDeclaration();
            else if (IsTypeDeclaration(cursor.Index))
                Member("");
            else if (cursor.Kind == OpenSquare && cursor.Link > 0 && IsGlobalAttribute())
                cursor.JumpTo(cursor.Link + 1);
            else
                Statement();
            Resume(start, end);
        }
    }

    /// <summary>Notes a failure and goes on behind what could not be read; in any case further than it began.</summary>
    private void Resume(int start, int end)
    {
        if (cursor.Failure is { } failure)
        {
            if (_errors.Count < MaxErrors)
                _errors.Add(failure);
            cursor.Recover(start, end);
            if (_errors.Count >= MaxErrors)
                cursor.JumpTo(int.MaxValue);
        }

        if (cursor.Index == start)
            cursor.Advance();
    }

    private bool IsGlobalAttribute() => cursor.CharactersAt(cursor.Index + 1) is "assembly" or "module" && cursor.KindAt(cursor.Index + 2) == Colon;

    /// <summary>Whether this is <c>using A.B;</c>, and not a statement.</summary>
    private bool IsUsingDirective(int index)
    {
        var at = index + 1;
        if (cursor.KindAt(at) == Modifier)
            return true;
        if (cursor.KindAt(at) == TokenKind.Name && cursor.KindAt(at + 1) == TokenKind.Assign)
            return true;
        at = SkipType(at);
        return at > 0 && cursor.KindAt(at) == Semicolon;
    }

    private void UsingDirective()
    {
        var line = cursor.Line;
        cursor.TakeWord("global");
        cursor.Expect(Using);
        while (cursor.Kind == Modifier)
            cursor.Advance();
        if (cursor.Kind == TokenKind.Name && cursor.Ahead() == TokenKind.Assign)
        {
            var local = cursor.TakeName();
            cursor.Advance();
            Alias(local, line);
            return;
        }

        Emit(new Statement.Import(0, QualifiedName(), "*", "*", line));
        cursor.Take(Semicolon);
    }

    private void Alias(string local, int line)
    {
        var isName = cursor.Kind == TokenKind.Name;
        var full = isName ? QualifiedName() : "";
        if (full.LastIndexOf('.') is > 0 and var dot)
            Emit(new Statement.Import(0, full[..dot], full[(dot + 1)..], local, line));
        while (cursor.Kind is not (Semicolon or End))
            cursor.Advance();
        cursor.Take(Semicolon);
    }

    private string QualifiedName()
    {
        if (cursor.IsWord("global") && cursor.Ahead() == DoubleColon)
        {
            cursor.Advance();
            cursor.Advance();
        }

        var start = cursor.Index;
        var name = cursor.Kind == TokenKind.Name ? cursor.TakeName() : "";
        while (cursor.Kind == Dot && cursor.Ahead() == TokenKind.Name)
        {
            cursor.Advance();
            name += "." + cursor.TakeName();
        }

        if (cursor.Kind == Less && SkipTypeArguments(cursor.Index, 0) is > 0 and var after)
            cursor.JumpTo(after);
        if (cursor.Index == start)
            cursor.Fail("expected a name");
        return name;
    }

    private void NamespaceDeclaration()
    {
        var line = cursor.Line;
        cursor.Advance();
        var name = QualifiedName();
        if (_module.Length == 0)
            _module = name;
        for (var part = name; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('.'))])
            Emit(new Statement.Import(0, part, "*", "*", line));
        if (cursor.Kind != OpenCurly)
        {
            cursor.Expect(Semicolon);
            return;
        }

        var end = cursor.Link < 0 ? int.MaxValue : cursor.Link;
        cursor.Advance();
        if (++_depth < MaxDepth)
            Declarations(end);
        else
            cursor.JumpTo(end);
        _depth--;
        cursor.Take(CloseCurly);
    }

    private void Emit(Statement statement) => _statements.Add(statement);

    private void Evaluate(Expression value) => Emit(new Statement.Evaluation(_scopes.Current, value, value.Line));

    private void Bind(Expression target, Expression? value, Expression? type, int line) =>
        Emit(new Statement.Assignment(_scopes.Current, target, value, type, line) { Always = _scopes.Current == 0 && _blocks == 0 });
}
