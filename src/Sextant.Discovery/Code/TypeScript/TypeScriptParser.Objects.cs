using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Object literals, and the patterns that look like them.</summary>
internal sealed partial class TypeScriptParser
{
    private Expression.Mapping ObjectLiteral(int line)
    {
        var choices = Interlude();
        var entries = new List<(Expression? Key, Expression Value)>();
        _cursor.Open();
        while (_cursor.Kind is not (CloseCurly or End))
        {
            entries.Add(_cursor.Take(Ellipsis) ? (null, Assign()) : Property());
            if (!_cursor.Take(Comma))
                break;
        }

        _cursor.Expect(CloseCurly);
        _choices = choices;
        return new Expression.Mapping([.. entries], line);
    }

    private (Expression? Key, Expression Value) Property()
    {
        var line = _cursor.Line;
        var isGetter = false;
        while ((_cursor.Kind == Star) || (_cursor.Kind == Name && _cursor.Characters is "async" or "get" or "set" && BeginsName(_cursor.Following.Kind)))
        {
            isGetter |= _cursor.Is("get");
            _cursor.Advance();
        }

        var isPlain = _cursor.AtWord;
        var key = Key();
        var name = key is Expression.Text text ? text.Value : "";
        switch (_cursor.Kind)
        {
            case Colon:
                _cursor.Advance();
                var value = Assign();
                if (_cursor.Failure is null && name.Length > 0)
                    Named(value, name);
                return (key, value);
            case OpenRound or Less:
                var method = new Expression.Function(FunctionRest(name, line, line, isValue: true), line);
                return (key, isGetter ? new Expression.Call(method, [], line) : method);
            case Equal when isPlain:
                _cursor.Advance();
                return (key, new Expression.Operation(":=", [new Expression.Name(name, line), Assign()], line));
            default:
                if (!isPlain)
                    _cursor.Fail("the value of a property is missing");
                return (key, name == "undefined" ? new Expression.Nothing(line) : new Expression.Name(name, line));
        }
    }

    private static bool BeginsName(TokenKind kind) => Keywords.IsWord(kind) || kind is Text or Number or OpenSquare or PrivateName or Star;

    /// <summary>The name of a property or member: a text, or what is computed.</summary>
    private Expression Key()
    {
        var line = _cursor.Line;
        switch (_cursor.Kind)
        {
            case Text:
                return new Expression.Text(TextValue(), line);
            case Number or PrivateName:
                return new Expression.Text(_cursor.TakeWord(), line);
            case OpenSquare:
                _cursor.Open();
                var computed = Assign();
                _cursor.Expect(CloseSquare);
                return computed;
            default:
                if (_cursor.AtWord)
                    return new Expression.Text(_cursor.TakeWord(), line);
                _cursor.Fail("the name of a property is missing");
                return new Expression.Unknown(line);
        }
    }
}
