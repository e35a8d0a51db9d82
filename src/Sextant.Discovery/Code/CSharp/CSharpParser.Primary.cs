using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>What expressions are made of.</summary>
internal sealed partial class CSharpParser
{
    private Expression Primary()
    {
        var line = cursor.Line;
        switch (cursor.Kind)
        {
            case TokenKind.Name: return NameOrWord(line);
            case Predefined or This or Base: return new Expression.Name(cursor.TakeName(), line);
            case TokenKind.Number: return new Expression.Number(cursor.TakeName(), line);
            case TokenKind.Text or Character: return Text(line);
            case TemplateStart: return Template(line);
            case True or False: return Flag(line);
            case Null: cursor.Advance(); return new Expression.Nothing(line);
            case Default: return Standard(line);
            case OpenRound: return Parenthesized(line);
            case OpenSquare: return Collection(line);
            case New: return Made(line);
            case Typeof or Sizeof: return TypeOf(line);
            case Checked or Unchecked: cursor.Advance(); return Parenthesized(line);
            case Stackalloc: return Made(line);
            case TokenKind.Delegate: return AnonymousFunction(line);
        }

        cursor.Fail("unexpected token");
        return new Expression.Unknown(line);
    }

    private Expression NameOrWord(int line)
    {
        if (cursor.IsWord("nameof") && cursor.Ahead() == OpenRound && cursor.LinkAt(cursor.Index + 1) is > 0 and var end)
        {
            var last = cursor.KindAt(end - 1) == TokenKind.Name ? cursor.WordAt(end - 1) : "";
            cursor.JumpTo(end + 1);
            return new Expression.Text(last, line);
        }

        if (cursor.IsWord("global") && cursor.Ahead() == DoubleColon)
            cursor.JumpTo(cursor.Index + 2);
        return WithTypeArguments(new Expression.Name(cursor.TakeName(), line));
    }

    private Expression.Text Text(int line)
    {
        var characters = cursor.Characters;
        var value = cursor.Kind == Character ? TextConstant.Piece(characters.Trim('\''), default) : TextConstant.Of(characters);
        cursor.Advance();
        return new Expression.Text(value, line) { EndLine = cursor.LastLine };
    }

    private Expression.Flag Flag(int line)
    {
        var value = cursor.Kind == True;
        cursor.Advance();
        return new Expression.Flag(value, line);
    }

    private Expression.Nothing Standard(int line)
    {
        cursor.Advance();
        if (cursor.Kind == OpenRound && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        return new Expression.Nothing(line);
    }

    private Expression TypeOf(int line)
    {
        cursor.Advance();
        cursor.Expect(OpenRound);
        var type = cursor.Kind == TokenKind.Name || cursor.Kind == Predefined ? Type() : Parse();
        cursor.Expect(CloseRound);
        return type with { Line = line };
    }

    /// <summary>A text with holes; a plain text if it has none.</summary>
    private Expression Template(int line)
    {
        var (style, _) = TextConstant.StyleOf(cursor.Characters);
        var end = cursor.Link;
        var pieces = new List<Expression>();
        var raw = new List<string>();
        cursor.Advance();
        while (cursor.Kind is not (TemplateEnd or End) && cursor.Index < end)
        {
            if (cursor.Kind == TemplateText)
            {
                raw.Add(cursor.Characters.ToString());
                pieces.Add(new Expression.Text(style.RawQuotes > 0 ? "" : TextConstant.Piece(cursor.Characters, style), cursor.Line));
                cursor.Advance();
            }
            else
            {
                pieces.Add(Hole());
            }
        }

        cursor.Expect(TemplateEnd);
        if (style.RawQuotes > 0 && raw.Count > 0)
            Dedent(pieces, raw);
        var whole = pieces.All(p => p is Expression.Text) ? string.Concat(pieces.OfType<Expression.Text>().Select(t => t.Value)) : null;
        return whole is not null ? new Expression.Text(whole, line) { EndLine = cursor.LastLine } : new Expression.Template(pieces, line);
    }

    private Expression Hole()
    {
        var end = cursor.Link;
        cursor.Advance();
        var value = cursor.Kind == HoleEnd ? new Expression.Text("", cursor.Line) : Parse();
        if (cursor.Kind == Comma)
        {
            cursor.Advance();
            Parse();
        }

        if (end < 0 || cursor.Kind == End)
            cursor.Fail("unexpected token in a text");
        else
            cursor.JumpTo(end + 1);
        return value;
    }

    private static void Dedent(List<Expression> pieces, List<string> raw)
    {
        // The closing quotes stand in the last part, which is empty if a hole comes right before them.
        var texts = TextConstant.Raw(raw);
        for (int i = 0, text = 0; i < pieces.Count; i++)
        {
            if (pieces[i] is Expression.Text piece && text < texts.Length && piece.Value.Length == 0)
                pieces[i] = piece with { Value = texts[text++] };
        }
    }

    private Expression Parenthesized(int line)
    {
        cursor.Expect(OpenRound);
        var items = new List<Expression>();
        while (cursor.Kind is not (CloseRound or End))
        {
            if (cursor.Kind == TokenKind.Name && cursor.Ahead() == Colon)
                cursor.JumpTo(cursor.Index + 2);
            items.Add(TupleItem());
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(CloseRound);
        return items.Count == 1 ? items[0] : new Expression.Sequence(items, line);
    }

    // (var a, string b) = …: the names of what is taken apart.
    private Expression TupleItem()
    {
        if (cursor.Kind is not (TokenKind.Name or Predefined) || !IsDeclaration() && !(SkipType(cursor.Index) is > 0 and var after && cursor.KindAt(after) == TokenKind.Name
            && cursor.KindAt(after + 1) is Comma or CloseRound))
            return Parse();
        DeclaredType();
        return new Expression.Name(cursor.TakeName(), cursor.Line);
    }

    private Expression.Sequence Collection(int line)
    {
        var items = new List<Expression>();
        cursor.Advance();
        while (cursor.Kind is not (CloseSquare or End))
        {
            var spread = cursor.Take(TokenKind.Range);
            var item = Parse();
            items.Add(spread ? new Expression.Operation("*", [item], item.Line) : item);
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(CloseSquare);
        return new Expression.Sequence(items, line);
    }
}
