using Sextant.Map;

namespace Sextant.Posture.Assess.Language;

/// <summary>A comparison between what a pattern bound: <c>a != b</c>, <c>a.owner == b.owner</c>, <c>count((t) &lt;-[calls]- (x:agent)) > 3</c>.</summary>
public sealed record Condition(Operand Left, TestOperator Operator, Operand Right);

/// <summary>What a condition compares.</summary>
public abstract record Operand
{
    private Operand()
    {
    }

    /// <summary>The asset of a node.</summary>
    public sealed record Node(string Name, int Slot) : Operand;

    /// <summary>A facet of the asset of a node.</summary>
    public sealed record Property(string Name, int Slot, Facet Facet) : Operand;

    /// <summary>A written value.</summary>
    public sealed record Literal(string Text, double? Number) : Operand;

    /// <summary>How many assets the first new node of a pattern can stand for.</summary>
    public sealed record Count(Pattern Pattern, int Slot) : Operand;
}

/// <summary>Gives a parsed condition its meaning.</summary>
internal sealed class ConditionBinder(Lexicon lexicon, List<Mistake> mistakes, IReadOnlyDictionary<string, int> slots, int firstFree)
{
    public Condition? Bind(ConditionSyntax condition)
    {
        if (Bound(condition.Left) is not { } left || Bound(condition.Right) is not { } right)
            return null;
        var isOrder = condition.Operator is not (TestOperator.Is or TestOperator.IsNot);
        if ((left is Operand.Node) != (right is Operand.Node) || (isOrder && (!IsNumber(left) || !IsNumber(right))))
        {
            mistakes.Add(new Mistake("a node is compared with a node by == or !=; only numbers and counts are above or below one another", condition.Offset));
            return null;
        }

        return new Condition(left, condition.Operator, right);
    }

    private static bool IsNumber(Operand operand) =>
        operand is Operand.Count or Operand.Literal { Number: not null } or Operand.Property { Facet.Type: FacetType.Number };

    private Operand? Bound(OperandSyntax operand)
    {
        if (operand.Counted is { } counted)
            return Count(counted, operand.Token.Offset);
        if (operand.Token.Kind == TokenKind.Number)
            return new Operand.Literal(operand.Token.Text, double.Parse(operand.Token.Text, System.Globalization.CultureInfo.InvariantCulture));
        if (operand.Token.Kind == TokenKind.Quoted)
            return new Operand.Literal(operand.Token.Text, null);
        var dot = operand.Token.Text.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? operand.Token.Text : operand.Token.Text[..dot];
        if (!slots.TryGetValue(name, out var slot))
        {
            var names = Suggestion.For(name, [.. slots.Keys.Order(StringComparer.Ordinal)]);
            mistakes.Add(new Mistake($"no node of 'match' is named '{name}'{names} (values are quoted here)", operand.Token.Offset));
            return null;
        }

        if (dot < 0)
            return new Operand.Node(name, slot);
        var facet = lexicon.Facet(new Word(operand.Token.Text[(dot + 1)..], operand.Token.Offset + dot + 1), mistakes);
        return facet is null ? null : new Operand.Property(name, slot, facet);
    }

    private Operand.Count? Count(GraphSyntax counted, int offset)
    {
        var pattern = new PatternBinder(lexicon, mistakes).Bind(counted, slots, firstFree);
        if (pattern?.Nodes.FirstOrDefault(n => n.Slot >= firstFree) is { } first)
            return new Operand.Count(pattern, first.Slot);
        if (pattern is not null)
            mistakes.Add(new Mistake("count(...) needs a node that 'match' does not name: that is what is counted", offset));
        return null;
    }
}
