using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Classes and interfaces.</summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>The decorator that says of a method that it is read like a field.</summary>
    private const string Getter = "get";

    private List<Expression> Decorators()
    {
        var decorators = new List<Expression>();
        while (_cursor.Take(At))
            decorators.Add(Postfix(Primary()));
        return decorators;
    }

    /// <summary>Reads a class with its decorators; its name.</summary>
    private string ClassDeclaration(string nameless)
    {
        var line = _cursor.Line;
        var decorators = Decorators();
        var isDefault = _cursor.Take(Export) && _cursor.Take(Default);
        _cursor.Take("abstract");
        if (_cursor.Kind == Function && isDefault)
            return FunctionDeclaration(nameless);
        _cursor.Expect(Class);
        var nameLine = _cursor.Line;
        var name = _cursor.Kind == Name && !(_cursor.Is("implements") && _cursor.Following.Kind == Name) ? _cursor.TakeWord() : nameless;
        SkipTypeParameters();
        var bases = Heritage();
        var state = _scopes.Enter(ScopeKind.Class, name, line, nameLine);
        _scopes.Change(_scopes.Current, s => s with { Bases = bases, Decorators = decorators });
        Members(isInterface: false);
        _scopes.Leave(state, _cursor.LastLine);
        if (isDefault && name.Length > 0 && _cursor.Failure is null)
            Add(new Statement.Assignment(_scopes.Current, new Expression.Name("default", line), new Expression.Name(name, line), null, line) { Always = true });
        return name;
    }

    private List<Expression> Heritage()
    {
        var bases = new List<Expression>();
        if (_cursor.Take(Extends))
        {
            bases.Add(Postfix(Primary()));
            SkipTypeArguments();
        }

        if (_cursor.Take("implements"))
            Types(bases);
        return bases;
    }

    private void Types(List<Expression> types)
    {
        do
        {
            var type = Type();
            types.Add(type is Expression.Element generic ? generic.Target : type);
        }
        while (_cursor.Take(Comma));
    }

    /// <summary>Reads an interface; its name.</summary>
    private string Interface()
    {
        var line = _cursor.Line;
        _cursor.Advance();
        var nameLine = _cursor.Line;
        var name = Word();
        SkipTypeParameters();
        var bases = new List<Expression>();
        if (_cursor.Take(Extends))
            Types(bases);
        var state = _scopes.Enter(ScopeKind.Class, name, line, nameLine);
        _scopes.Change(_scopes.Current, s => s with { Bases = bases });
        Members(isInterface: true);
        _scopes.Leave(state, _cursor.LastLine);
        return name;
    }

    private void Members(bool isInterface)
    {
        if (_cursor.Kind != OpenCurly)
            _cursor.Fail("the body of a class is missing");
        var end = _cursor.Token.Link;
        _cursor.Open();
        var outer = _statement;
        while (_cursor.Kind != End && _cursor.Index < end)
        {
            var start = _statement = _cursor.Index;
            if (!_cursor.Take(Semicolon))
                Member(isInterface);
            Recover(start);
        }

        _statement = outer;
        if (_cursor.Failure is not null)
            return;
        _cursor.JumpTo(end);
        _cursor.Advance();
    }

    private void Member(bool isInterface)
    {
        var line = _cursor.Line;
        var decorators = Decorators();
        if (_cursor.Is("static") && _cursor.Following.Kind == OpenCurly)
        {
            _cursor.Advance();
            Block();
            return;
        }

        var keepsSignature = isInterface;
        while (_cursor.Kind == Star || (_cursor.Kind == Name && IsMemberModifier(_cursor.Characters) && BeginsName(_cursor.Following.Kind)))
        {
            if (_cursor.Is(Getter))
                decorators.Add(new Expression.Name(Getter, _cursor.Line));
            keepsSignature |= _cursor.Is("abstract");
            _cursor.Advance();
        }

        if (IsSignature())
            Signature();
        else
            NamedMember(line, decorators, keepsSignature);
    }

    private static bool IsMemberModifier(ReadOnlySpan<char> word) =>
        IsModifier(word) || word is "static" or "abstract" or "declare" or "async" or "get" or "set" or "accessor";

    // (x): T, new (x): T, [key: string]: T
    private bool IsSignature() =>
        _cursor.Kind is OpenRound or Less || (_cursor.Kind == New && _cursor.Following.Kind is OpenRound or Less)
        || (_cursor.Kind == OpenSquare && _cursor.At(_cursor.Index + 2).Kind is Colon or In);

    private void Signature()
    {
        _cursor.Take(New);
        SkipTypeParameters();
        _cursor.Skip();
        _cursor.Take(Question);
        if (_cursor.Take(Colon))
            ReturnType();
        EndMember();
    }

    private void NamedMember(int line, List<Expression> decorators, bool keepsSignature)
    {
        var nameLine = _cursor.Line;
        var name = Key() is Expression.Text text ? text.Value : "";
        if (!_cursor.Take(Question))
            _cursor.Take(Bang);
        if (_cursor.Kind is OpenRound or Less)
        {
            FunctionRest(name, line, nameLine, isValue: false, decorators, keepsSignature);
            return;
        }

        var type = _cursor.Take(Colon) ? Type() : null;
        var value = _cursor.Take(Equal) ? Assign() : null;
        EndMember();
        if (_cursor.Failure is not null)
            return;
        if (value is not null)
            Named(value, name);
        Add(new Statement.Assignment(_scopes.Current, new Expression.Name(name, nameLine), value, type, nameLine));
    }

    private void EndMember()
    {
        if (!_cursor.Take(Comma))
            EndStatement();
    }
}
