namespace Sextant.Posture.Assess.Language;

/// <summary>
/// Reads the pattern language by recursive descent. The grammar:
/// <code>
/// graph    = path { "," path }
/// path     = node { edge node }
/// node     = "(" [name] [":" kind {"|" kind}] ["{" property {"," property} "}"] ")"
/// edge     = "-[" body "]->" | "&lt;-[" body "]-"
/// body     = [name ":"] relation {"|" relation} ["*" min ".." max]
/// property = name ":" ( "missing" | "present" | ["known"] test )
/// test     = value | "[" value {"," value} "]" | "any" list | ("has" | "lacks" | compare) value
/// compare  = "==" | "!=" | "&lt;" | "&lt;=" | ">" | ">="
/// condition = operand compare operand ;  operand = name | name.property | value | "count" "(" graph ")"
/// </code>
/// It has no recursion but the one level of <c>count</c>, so depth is bounded; lengths are bounded by the lexer.
/// </summary>
internal sealed class Parser
{
    /// <summary>The longest way that a relation of variable length may go.</summary>
    public const int MaxSteps = 8;

    private readonly TokenStream _tokens;
    private readonly PropertyParser _properties;

    private Parser(string text)
    {
        _tokens = new TokenStream(Lexer.Read(text));
        _properties = new PropertyParser(_tokens);
    }

    /// <summary>Reads a whole pattern or example.</summary>
    /// <exception cref="PatternSyntaxException">The text is no pattern.</exception>
    public static GraphSyntax Graph(string text)
    {
        var parser = new Parser(text);
        var graph = parser.Graph();
        parser._tokens.Expect(TokenKind.End, "',' and another path, '-[' or '<-[', or the end");
        return graph;
    }

    /// <summary>Reads a condition of <c>where</c>.</summary>
    /// <exception cref="PatternSyntaxException">The text is no condition.</exception>
    public static ConditionSyntax Condition(string text)
    {
        var parser = new Parser(text);
        var left = parser.Operand();
        var sign = parser._tokens.Current;
        var comparison = TokenStream.Comparison(sign.Kind) ?? throw parser._tokens.Unexpected("one of ==, !=, <, <=, >, >=");
        parser._tokens.Advance();
        var condition = new ConditionSyntax(left, comparison, parser.Operand(), sign.Offset);
        parser._tokens.Expect(TokenKind.End, "the end of the condition");
        return condition;
    }

    private OperandSyntax Operand()
    {
        var token = _tokens.Current;
        if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Quoted))
            throw _tokens.Unexpected("a name, name.property, a number, a quoted text or count(...)");
        _tokens.Advance();
        if (token is not { Kind: TokenKind.Word, Text: "count" } || !_tokens.Accept(TokenKind.OpenParen))
            return new OperandSyntax(token, null);
        var counted = Graph();
        _tokens.Expect(TokenKind.CloseParen, "')' after the counted pattern");
        return new OperandSyntax(token, counted);
    }

    private GraphSyntax Graph()
    {
        var paths = new List<PathSyntax> { Path() };
        while (_tokens.Accept(TokenKind.Comma))
            paths.Add(Path());
        return new GraphSyntax(paths);
    }

    private PathSyntax Path()
    {
        var nodes = new List<NodeSyntax> { Node() };
        var edges = new List<EdgeSyntax>();
        while (_tokens.Current.Kind is TokenKind.EdgeStart or TokenKind.BackwardStart)
        {
            edges.Add(Edge());
            nodes.Add(Node());
        }

        return new PathSyntax(nodes, edges);
    }

    private NodeSyntax Node()
    {
        var open = _tokens.Expect(TokenKind.OpenParen, "a node such as (a:agent)");
        var name = _tokens.Current.Kind == TokenKind.Word ? _tokens.Word("a name") : null;
        var kinds = _tokens.Accept(TokenKind.Colon) ? _tokens.Alternatives("an asset kind") : [];
        var properties = _properties.Read();
        _tokens.Expect(TokenKind.CloseParen, properties.Count > 0 ? "')'" : kinds.Count > 0 ? "')', '|' or '{'" : "a name, ':' and a kind, '{' or ')'");
        return new NodeSyntax(name, kinds, properties, open.Offset);
    }

    private EdgeSyntax Edge()
    {
        var forward = _tokens.Current.Kind == TokenKind.EdgeStart;
        var open = _tokens.Advance();
        var kinds = _tokens.Alternatives("a relation kind");
        Word? name = null;
        if (kinds.Count == 1 && _tokens.Accept(TokenKind.Colon))
        {
            name = kinds[0];
            kinds = _tokens.Alternatives("a relation kind");
        }

        var (min, max) = _tokens.Accept(TokenKind.Star) ? Range() : (1, 1);
        if (forward)
            _tokens.Expect(TokenKind.ForwardEnd, "']->' (or '|' and another relation, or '*1..4')");
        else
            _tokens.Expect(TokenKind.BackwardEnd, "']-' (or '|' and another relation, or '*1..4')");
        return new EdgeSyntax(name, kinds, forward, min, max, open.Offset);
    }

    private (int Min, int Max) Range()
    {
        var at = _tokens.Current.Offset;
        var min = Steps();
        _tokens.Expect(TokenKind.DotDot, "'..' as in *1..4");
        var max = Steps();
        if (min > max || max == 0)
            throw new PatternSyntaxException($"*{min}..{max} is empty; the first number must not be above the second, nor the second be 0", at);
        return (min, max);
    }

    private int Steps()
    {
        var token = _tokens.Expect(TokenKind.Number, $"a number of steps, 0 to {MaxSteps}");
        return int.TryParse(token.Text, out var steps) && steps <= MaxSteps
            ? steps
            : throw new PatternSyntaxException($"a relation may be followed for {MaxSteps} steps at most, not {token.Text}", token.Offset);
    }
}
