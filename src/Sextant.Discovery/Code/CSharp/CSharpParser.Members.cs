using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Types and their members.</summary>
internal sealed partial class CSharpParser
{
    private const string Constructor = "constructor";

    private static readonly string[] ModifierWords = ["partial", "async", "required", "file", "scoped"];

    private bool IsModifier(int at) =>
        cursor.KindAt(at) is Modifier or New or Fixed or Ref or Const or Event
        || cursor.KindAt(at) == TokenKind.Name && Array.Exists(ModifierWords, w => cursor.IsWordAt(at, w))
            && cursor.KindAt(at + 1) is TokenKind.Name or Modifier or Predefined or Class or Struct or Interface or TokenKind.Enum or OpenRound or TokenKind.Delegate or TokenKind.Event or Ref;

    private int SkipAttributes(int at)
    {
        while (cursor.KindAt(at) == OpenSquare && cursor.LinkAt(at) > at)
            at = cursor.LinkAt(at) + 1;
        return at;
    }

    /// <summary>Whether a type is declared at a token, its attributes and modifiers included.</summary>
    private bool IsTypeDeclaration(int at)
    {
        at = SkipAttributes(at);
        while (cursor.KindAt(at) is Modifier or Ref || cursor.KindAt(at) == TokenKind.Name && (cursor.IsWordAt(at, "partial") || cursor.IsWordAt(at, "file"))
            && cursor.KindAt(at + 1) is not (Dot or TokenKind.Assign or OpenRound))
            at++;
        return IsTypeKeyword(at) || cursor.KindAt(at) == TokenKind.Delegate && cursor.KindAt(at + 1) != OpenCurly;
    }

    private bool IsTypeKeyword(int at) => cursor.KindAt(at) switch
    {
        Class or Struct or Interface or TokenKind.Enum => true,
        TokenKind.Name => cursor.IsWordAt(at, "record") && cursor.KindAt(at + 1) is TokenKind.Name or Class or Struct
                && cursor.KindAt(at + 2) is not (TokenKind.Assign or Semicolon or In or Dot)
            || cursor.IsWordAt(at, "extension") && cursor.KindAt(at + 1) is OpenRound or Less,
        _ => false,
    };

    /// <summary>A type or a member of one.</summary>
    /// <param name="type">The name of the type around it; empty if there is none.</param>
    private void Member(string type)
    {
        var line = cursor.Line;
        var attributes = Attributes();
        while (IsModifier(cursor.Index) && !IsTypeKeyword(cursor.Index))
            cursor.Advance();
        if (IsTypeKeyword(cursor.Index))
            TypeDeclaration(line, attributes);
        else if (cursor.Kind == TokenKind.Delegate)
            SkipToSemicolon();
        else if (cursor.Kind == Tilde || cursor.Kind == TokenKind.Name && cursor.Ahead() == OpenRound && cursor.Characters.SequenceEqual(type))
            ConstructorDeclaration(line, attributes);
        else
            TypedMember(line, attributes);
    }

    private void SkipToSemicolon()
    {
        while (cursor.Kind is not (Semicolon or End or CloseCurly))
            cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
        cursor.Take(Semicolon);
    }

    private void TypeDeclaration(int line, IReadOnlyList<Expression> attributes)
    {
        var isEnum = cursor.Kind == TokenKind.Enum;
        var isExtension = cursor.IsWord("extension");
        cursor.Advance();
        if (cursor.Kind is Class or Struct)
            cursor.Advance();
        var nameLine = cursor.Line;
        var name = isExtension ? _scopes[_scopes.Current].Name : cursor.Kind == TokenKind.Name ? cursor.TakeName() : "";
        if (cursor.Kind == Less && SkipTypeArguments(cursor.Index, 0) is > 0 and var after)
            cursor.JumpTo(after);
        var number = isExtension ? _scopes.Current : _scopes.Open(ScopeKind.Class, name, line, nameLine);
        if (cursor.Kind == OpenRound)
            PrimaryParameters();
        var bases = Bases();
        if (!isExtension)
            _scopes.Change(number, s => s with { Decorators = attributes, Bases = bases });
        SkipConstraints();
        if (cursor.Kind == OpenCurly && isEnum && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        else if (cursor.Kind == OpenCurly)
            TypeBody(name);
        else
            cursor.Take(Semicolon);
        if (!isExtension)
            _scopes.Close(cursor.LastLine);
    }

    private void PrimaryParameters()
    {
        foreach (var parameter in Parameters())
        {
            _scopes.Declare(parameter.Name, parameter.Type);
            Bind(new Expression.Name(parameter.Name, parameter.Line), parameter.Default, parameter.Type, parameter.Line);
        }
    }

    private List<Expression> Bases()
    {
        var bases = new List<Expression>();
        if (!cursor.Take(Colon))
            return bases;
        do
        {
            var type = Type();
            bases.Add(type);
            if (cursor.Kind == OpenRound)
                Evaluate(Call(type));
        }
        while (cursor.Take(Comma));
        return bases;
    }

    private void SkipConstraints()
    {
        if (!cursor.IsWord("where"))
            return;
        while (cursor.Kind is not (OpenCurly or Semicolon or Arrow or End))
            cursor.JumpTo(Math.Max(cursor.Link, cursor.Index) + 1);
    }

    private void TypeBody(string name)
    {
        var end = cursor.Link < 0 ? int.MaxValue : cursor.Link;
        cursor.Advance();
        if (++_depth > MaxDepth)
            cursor.JumpTo(end);
        var (depth, scope) = (_depth, _scopes.Current);
        while (cursor.Kind is not End && cursor.Index < end)
        {
            var start = cursor.Index;
            if (!cursor.Take(Semicolon))
                Member(name);
            Unwind(scope);
            _depth = depth;
            Resume(start, end);
        }

        _depth--;
        cursor.Take(CloseCurly);
    }

    /// <summary>Leaves scopes that a failure left open.</summary>
    private void Unwind(int scope)
    {
        while (_scopes.Current > scope && _scopes.Current != 0)
            _scopes.Close(cursor.LastLine);
    }

    private List<Expression> Attributes()
    {
        var attributes = new List<Expression>();
        while (cursor.Kind == OpenSquare && cursor.Link > 0)
        {
            var end = cursor.Link;
            cursor.Advance();
            if (cursor.Ahead() == Colon)
                cursor.JumpTo(cursor.Index + 2);
            while (cursor.Index < end && cursor.Kind != End)
            {
                var name = Type();
                attributes.Add(cursor.Kind == OpenRound ? WithProperties(Call(name)) : name);
                if (!cursor.Take(Comma))
                    break;
            }

            cursor.JumpTo(end + 1);
        }

        return attributes;
    }

    // [Tool(Name = "x")] gives a property a value.
    private static Expression.Call WithProperties(Expression.Call attribute) => attribute with
    {
        Arguments = [.. attribute.Arguments.Select(a => a.Value is Expression.Operation { Operator: ":=", Operands: [Expression.Name { Id: var property }, var value] } ? new Argument(property, value) : a)],
    };

    private void ConstructorDeclaration(int line, IReadOnlyList<Expression> attributes)
    {
        cursor.Take(Tilde);
        var nameLine = cursor.Line;
        var bases = _scopes[_scopes.Current].Bases;
        cursor.Advance();
        var number = _scopes.Open(ScopeKind.Function, Constructor, line, nameLine);
        FunctionHead(number, attributes, null);
        if (cursor.Take(Colon))
        {
            var at = cursor.Line;
            var own = cursor.Kind == This;
            cursor.Advance();
            Evaluate(Call(own || bases.Count == 0 ? new Expression.Name("this", at) : bases[0]));
        }

        FunctionBody();
    }

    /// <summary>Parameters, constraints and what else says what a function is.</summary>
    private void FunctionHead(int number, IReadOnlyList<Expression> attributes, Expression? returns)
    {
        var parameters = Parameters();
        foreach (var parameter in parameters)
            _scopes.Declare(parameter.Name, parameter.Type);
        _scopes.Change(number, s => s with { Decorators = attributes, Parameters = parameters, Returns = returns });
        SkipConstraints();
    }

    /// <summary>The body of the function whose scope is open; leaves the scope.</summary>
    private void FunctionBody()
    {
        if (cursor.Kind == OpenCurly)
            Block();
        else if (cursor.Take(Arrow))
            ArrowBody();
        else
            cursor.Expect(Semicolon);
        _scopes.Close(cursor.LastLine);
    }

    private void ArrowBody()
    {
        var line = cursor.Line;
        var value = Retargeted(Parse(), _scopes[_scopes.Current].Returns);
        if (value is Expression.Operation { Operator: ":=" } assignment)
            AssignTo(assignment, null);
        else
            Emit(new Statement.Return(_scopes.Current, value, line));
        cursor.Take(Semicolon);
    }

    private List<Parameter> Parameters()
    {
        var parameters = new List<Parameter>();
        cursor.Expect(OpenRound);
        while (cursor.Kind is not (CloseRound or End))
        {
            Attributes();
            while (cursor.Kind is Ref or Out or In or This or Params or Modifier || cursor.IsWord("scoped") && cursor.Ahead() is TokenKind.Name or Predefined)
                cursor.Advance();
            var line = cursor.Line;
            var type = cursor.Kind == TokenKind.Name && cursor.Ahead() is Comma or CloseRound or TokenKind.Assign ? null : Type();
            var name = cursor.Kind == TokenKind.Name ? cursor.TakeName() : "";
            var standard = cursor.Take(TokenKind.Assign) ? Parse() : null;
            if (name.Length > 0)
                parameters.Add(new Parameter(name, type, standard, line));
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(CloseRound);
        return parameters;
    }
}
