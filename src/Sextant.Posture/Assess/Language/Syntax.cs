namespace Sextant.Posture.Assess.Language;

/// <summary>A word as written, before anybody asked what it means.</summary>
internal sealed record Word(string Text, int Offset);

/// <summary><c>name: value</c>, <c>name: has value</c>, <c>name: any [x, y]</c>, <c>name: missing</c>, <c>name: &gt; 3</c>, <c>name: [x, y]</c>.</summary>
/// <param name="Name">The property.</param>
/// <param name="Operator">The operator; <see cref="TestOperator.Is"/> for a plain value.</param>
/// <param name="Values">The values.</param>
/// <param name="IsList">Whether the values stand in brackets.</param>
internal sealed record PropertySyntax(Word Name, TestOperator Operator, IReadOnlyList<Word> Values, bool IsList)
{
    /// <summary>Whether <c>known</c> stands before it: what nobody read then fails the test.</summary>
    public bool IsKnown { get; init; }
}

/// <summary><c>(name:kind|kind {properties})</c>.</summary>
internal sealed record NodeSyntax(Word? Name, IReadOnlyList<Word> Kinds, IReadOnlyList<PropertySyntax> Properties, int Offset);

/// <summary><c>-[name: kind|kind *min..max]-&gt;</c> or, against its direction, <c>&lt;-[…]-</c>.</summary>
internal sealed record EdgeSyntax(Word? Name, IReadOnlyList<Word> Kinds, bool Forward, int Min, int Max, int Offset);

/// <summary>Nodes joined by edges; there is one node more than edges.</summary>
internal sealed record PathSyntax(IReadOnlyList<NodeSyntax> Nodes, IReadOnlyList<EdgeSyntax> Edges);

/// <summary>Paths that share names.</summary>
internal sealed record GraphSyntax(IReadOnlyList<PathSyntax> Paths);

/// <summary>An operand of a condition: <c>a</c>, <c>a.owner</c>, <c>3</c>, <c>'text'</c> or <c>count(pattern)</c>.</summary>
internal sealed record OperandSyntax(Token Token, GraphSyntax? Counted);

/// <summary><c>left operator right</c>.</summary>
internal sealed record ConditionSyntax(OperandSyntax Left, TestOperator Operator, OperandSyntax Right, int Offset);
