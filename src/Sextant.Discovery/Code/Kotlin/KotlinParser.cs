using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Jvm;
using static Sextant.Discovery.Code.Jvm.TokenKind;

namespace Sextant.Discovery.Code.Kotlin;

/// <summary>Reads a file of Kotlin by recursive descent. What cannot be read costs one statement or member, and the next is read.</summary>
internal sealed partial class KotlinParser
{
    private readonly Cursor _cursor;
    private readonly FactBuilder _facts;
    private readonly int _nested;

    // The name that the next lambda gets: that of the variable to which it is assigned.
    private string _name = "";

    // How many round brackets are open in the block at hand: inside them, lines end nothing.
    private int _round;

    // Whether braces are no argument of the call at hand.
    private bool _bare;

    /// <param name="cursor">The tokens.</param>
    /// <param name="facts">Where facts go.</param>
    /// <param name="nested">How many holes of texts are around.</param>
    public KotlinParser(Cursor cursor, FactBuilder facts, int nested) => (_cursor, _facts, _nested) = (cursor, facts, nested);

    /// <summary>The facts of the file.</summary>
    public CodeUnit Parse(string path, bool complete)
    {
        var module = "";
        while (!_cursor.AtEnd && !_facts.IsFull)
        {
            var start = _cursor.Index;
            if (_cursor.Is("package"))
            {
                _cursor.Advance();
                module = DottedName();
            }
            else if (_cursor.Is("import"))
                Import();
            else if (_cursor.Kind == At && _cursor.IsAt(_cursor.Index + 1, "file") && _cursor.Ahead(2).Kind == Colon)
                FileAnnotation();
            else if (!_cursor.Take(Semicolon))
                StatementAtHand(null);
            AfterStatement(start, -1);
        }

        if (!complete || _cursor.IsExhausted)
            _facts.Error((_cursor.Line, "the file has more than is read"));
        if (module.Length > 0)
            _facts.Import(module, "*", "*", 1);
        return _facts.ToUnit(path, "kotlin", module, _cursor.LastLine);
    }

    /// <summary>One expression: the hole of a text.</summary>
    public Expression Hole() => _cursor.Kind == End ? new Expression.Unknown(_cursor.Line) : ReadExpression();

    private void AfterStatement(int start, int close)
    {
        if (_cursor.Failure is { } failure)
        {
            _facts.Error(failure);
            _cursor.Recover(start);
        }

        if (_cursor.Index == start)
            _cursor.Advance();
        if (close > 0 && _cursor.Index > close)
            _cursor.JumpTo(close);
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
        var name = DottedName();
        var star = _cursor.Take(Dot) && _cursor.Take(Star);
        var alias = _cursor.Is("as") && !_cursor.AtLineStart && _cursor.Take("as") ? _cursor.TakeName() : null;
        if (_cursor.Failure is null)
            JvmImports.Add(_facts, name, star, alias, line);
    }

    private void FileAnnotation()
    {
        while (_cursor.Kind is not (Colon or End))
            _cursor.Advance();
        _cursor.Advance();
        if (_cursor.Kind == OpenSquare && _cursor.Token.Link > 0)
        {
            _cursor.JumpTo(_cursor.Token.Link + 1);
            return;
        }

        DottedName();
        if (_cursor.Kind == OpenRound && _cursor.Token.Link > 0)
            _cursor.JumpTo(_cursor.Token.Link + 1);
    }

    private List<Expression> Annotations()
    {
        var found = new List<Expression>();
        while (_cursor.Kind == At)
        {
            _cursor.Advance();
            if (_cursor.Kind == Name && _cursor.Ahead(1).Kind == Colon)
                _cursor.JumpTo(_cursor.Index + 2);
            if (_cursor.Take(OpenSquare))
            {
                while (_cursor.Kind is not (CloseSquare or End))
                    found.Add(Annotation());
                _cursor.Expect(CloseSquare);
            }
            else
                found.Add(Annotation());
        }

        return found;
    }

    private Expression Annotation()
    {
        var line = _cursor.Line;
        Expression name = new Expression.Name(_cursor.TakeName(), line);
        while (_cursor.Kind == Dot && _cursor.Ahead(1).Kind == Name)
        {
            _cursor.Advance();
            name = new Expression.Member(name, _cursor.TakeName(), line);
        }

        if (_cursor.Kind == Less)
            SkipTypeArguments();
        if (_cursor.Kind != OpenRound || _cursor.AtLineStart)
            return name;
        var (arguments, end) = Arguments();
        return new Expression.Call(name, [.. arguments.Select(a => a.Keyword == "value" ? a with { Keyword = null } : a)], line) { EndLine = end };
    }

    /// <summary>Steps over modifiers and annotations; the annotations.</summary>
    private List<Expression> Modifiers()
    {
        var annotations = new List<Expression>();
        while (true)
        {
            if (_cursor.Kind == At)
                annotations.AddRange(Annotations());
            else if (_cursor.Kind == Name && IsModifier())
                _cursor.Advance();
            else
                return annotations;
            if (_cursor.Failure is not null)
                return annotations;
        }
    }

    /// <summary>Whether the word at hand is a modifier: a word that is one, before another word that may begin or modify a declaration.</summary>
    private bool IsModifier()
    {
        var next = _cursor.Ahead(1);
        if (next.Kind is not (Name or At))
            return false;
        return _cursor.Characters switch
        {
            "public" or "private" or "protected" or "internal" or "open" or "abstract" or "final" or "override" or "lateinit" or "const" or "suspend" or "inline"
                or "noinline" or "crossinline" or "operator" or "infix" or "tailrec" or "external" or "actual" or "expect" or "vararg" or "inner" or "sealed" or "data" or "value"
                or "annotation" or "enum" or "companion" => !_cursor.IsAt(_cursor.Index + 1, "in") && !_cursor.IsAt(_cursor.Index + 1, "is") && !_cursor.IsAt(_cursor.Index + 1, "as"),
            "fun" => _cursor.IsAt(_cursor.Index + 1, "interface"),
            _ => false,
        };
    }
}
