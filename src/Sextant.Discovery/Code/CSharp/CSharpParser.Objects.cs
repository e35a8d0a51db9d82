using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.CSharp.TokenKind;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>Objects, arrays and dictionaries that are made.</summary>
internal sealed partial class CSharpParser
{
    private static readonly string[] Lists = ["List", "Set", "Collection", "Queue", "Stack", "Bag", "Enumerable"];

    private Expression Made(int line)
    {
        cursor.Advance();
        switch (cursor.Kind)
        {
            case OpenCurly:
                return Initializer().AsMapping(line);
            case OpenRound when cursor.LinkAt(cursor.Link) < 0 || cursor.KindAt(cursor.Link + 1) != OpenSquare || !IsRankOrLength(cursor.Link + 1):
                return Object(new Expression.Unknown(line), line);
            case OpenSquare when cursor.Link > 0:
                cursor.JumpTo(cursor.Link + 1);
                return ArrayOf(line);
        }

        var type = Type(nullable: false, ranks: false, carriers: false);
        if (cursor.Kind == Question && cursor.Ahead() == OpenSquare)
            cursor.Advance();
        if (cursor.Kind != OpenSquare || cursor.Link < 0)
            return Object(type, line);
        while (cursor.Kind == OpenSquare && cursor.Link > 0)
            cursor.JumpTo(cursor.Link + 1);
        return ArrayOf(line);
    }

    // new (string Name, int Age)[3], and not new(x)[3].
    private bool IsRankOrLength(int at) => !cursor.Touches(at - 1) || IsRank(at) || SkipType(cursor.Index) == at;

    private Expression.Sequence ArrayOf(int line) =>
        cursor.Kind == OpenCurly ? new Expression.Sequence(Initializer().Items, line) : new Expression.Sequence([], line);

    private Expression Object(Expression type, int line)
    {
        var arguments = cursor.Kind == OpenRound ? Arguments(CloseRound) : [];
        if (cursor.Kind != OpenCurly)
            return new Expression.Call(type, arguments, line) { EndLine = cursor.LastLine };
        var content = Initializer();
        var name = NameOf(type);
        if (content.Named.Count == 0 && arguments.Count == 0)
        {
            if (name.EndsWith("Dictionary", StringComparison.Ordinal))
                return content.AsMapping(line);
            if (Array.Exists(Lists, l => name.EndsWith(l, StringComparison.Ordinal)))
                return new Expression.Sequence(content.Items, line);
        }

        arguments.AddRange(content.Named.Select(n => new Argument(n.Name, n.Value)));
        if (content.Entries.Count > 0)
            arguments.Add(new Argument(null, new Expression.Mapping(content.Entries, line)));
        if (content.Items.Count > 0)
            arguments.Add(new Argument(null, new Expression.Sequence(content.Items, line)));
        return new Expression.Call(type, arguments, line) { EndLine = cursor.LastLine };
    }

    private static string NameOf(Expression type) => type switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        Expression.Element generic => NameOf(generic.Target),
        _ => "",
    };

    /// <summary>What stands in the curly brackets at hand.</summary>
    private Content Initializer()
    {
        var content = new Content([], [], []);
        if (++_depth > MaxDepth)
            cursor.Fail("nested too deeply");
        cursor.Expect(OpenCurly);
        while (cursor.Kind is not (CloseCurly or End))
        {
            InitializerItem(content);
            if (!cursor.Take(Comma))
                break;
        }

        cursor.Expect(CloseCurly);
        _depth--;
        return content;
    }

    private void InitializerItem(Content content)
    {
        var line = cursor.Line;
        if (cursor.Kind == TokenKind.Name && cursor.Ahead() == TokenKind.Assign)
        {
            var name = cursor.TakeName();
            cursor.Advance();
            content.Named.Add((name, Value(null, name)));
        }
        else if (cursor.Kind == OpenSquare && cursor.Link > 0 && cursor.KindAt(cursor.Link + 1) == TokenKind.Assign)
        {
            cursor.Advance();
            var key = Parse();
            while (cursor.Take(Comma))
                Parse();
            cursor.Expect(CloseSquare);
            cursor.Advance();
            content.Entries.Add((key, Value(null, "")));
        }
        else if (cursor.Kind == OpenCurly)
        {
            var inner = Initializer();
            if (inner.Items is [var key, var value])
                content.Entries.Add((key, value));
            else
                content.Items.Add(inner.AsValue(line));
        }
        else
        {
            var item = Parse();
            if (item is Expression.Member member)
                content.Members.Add(member.Id);
            content.Items.Add(item);
        }
    }

    /// <summary>The content of an initialiser: properties, entries of a dictionary, items of a list.</summary>
    private sealed record Content(List<(string Name, Expression Value)> Named, List<(Expression? Key, Expression Value)> Entries, List<Expression> Items)
    {
        /// <summary>Names of items that are members: <c>new { a.Name }</c>.</summary>
        public List<string> Members { get; } = [];

        public Expression.Mapping AsMapping(int line) =>
            new([.. Entries, .. Named.Select(n => ((Expression?)new Expression.Text(n.Name, line), n.Value)), .. Items.Select(Keyed)], line);

        /// <summary>What an initialiser without <c>new</c> means.</summary>
        public Expression AsValue(int line) =>
            Entries.Count + Named.Count > 0 ? AsMapping(line) : new Expression.Sequence(Items, line);

        private static (Expression? Key, Expression Value) Keyed(Expression item) => item switch
        {
            Expression.Member member => (new Expression.Text(member.Id, member.Line), member),
            Expression.Name name => (new Expression.Text(name.Id, name.Line), name),
            _ => (null, item),
        };
    }
}
