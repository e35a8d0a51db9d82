using System.Globalization;
using Sextant.Map;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Matching;

/// <summary>Asks whether the conditions of a rule's <c>where</c> hold for what is bound.</summary>
internal sealed class Conditions
{
    private readonly AssetMap _map;
    private readonly int[] _bindings;
    private readonly IReadOnlyList<Condition> _conditions;
    private readonly Dictionary<Operand.Count, Match> _counts = [];

    public Conditions(AssetMap map, KindIndex kinds, IReadOnlyList<Condition> conditions, int[] bindings, Func<int, bool> isBound, Budget budget)
    {
        (_map, _bindings, _conditions) = (map, bindings, conditions);
        foreach (var count in conditions.SelectMany(c => new[] { c.Left, c.Right }).OfType<Operand.Count>())
            _counts[count] = new Match(map, kinds, count.Pattern, bindings, isBound, budget);
    }

    /// <summary>Whether all hold; adds what it depends on if that is unknown.</summary>
    public Truth Hold(List<Missing> missing) => _conditions.Aggregate(Truth.True, (truth, c) => truth.And(Holds(c, missing)));

    private Truth Holds(Condition condition, List<Missing> missing)
    {
        var left = Value(condition.Left, missing);
        var right = Value(condition.Right, missing);
        if (left is null || right is null)
            return Truth.Unknown;
        var (low, high) = (left.Value, right.Value);
        return condition.Operator switch
        {
            TestOperator.Is => Same(low, high),
            TestOperator.IsNot => Same(low, high).Not(),
            TestOperator.Less => (low.High < high.Low).ToTruth().Or(Possible(low.Low < high.High)),
            TestOperator.LessOrEqual => (low.High <= high.Low).ToTruth().Or(Possible(low.Low <= high.High)),
            TestOperator.Greater => (low.Low > high.High).ToTruth().Or(Possible(low.High > high.Low)),
            _ => (low.Low >= high.High).ToTruth().Or(Possible(low.High >= high.Low)),
        };
    }

    private static Truth Possible(bool possible) => possible ? Truth.Unknown : Truth.False;

    private static Truth Same(Bounds a, Bounds b)
    {
        if (a.Text is not null || b.Text is not null)
            return string.Equals(a.Text ?? Shown(a), b.Text ?? Shown(b), StringComparison.Ordinal).ToTruth();
        if (a.High < b.Low || b.High < a.Low)
            return Truth.False;
        return a.Low.Equals(a.High) && b.Low.Equals(b.High) ? Truth.True : Truth.Unknown;
    }

    private static string Shown(Bounds bounds) => bounds.Low.ToString(CultureInfo.InvariantCulture);

    private Bounds? Value(Operand operand, List<Missing> missing) => operand switch
    {
        Operand.Node node => Bounds.Of(_bindings[node.Slot]),
        Operand.Literal { Number: { } number } => Bounds.Of(number),
        Operand.Literal literal => new Bounds(0, 0, literal.Text),
        Operand.Count count => CountOf(count, missing),
        Operand.Property property => ValueOf(property, missing),
        _ => null,
    };

    private Bounds? ValueOf(Operand.Property property, List<Missing> missing)
    {
        var value = _map.Assets[_bindings[property.Slot]][property.Facet.Name];
        if (value is PropertyValue.Number number)
            return Bounds.Of(number.Value);
        if (value is not null and not PropertyValue.Text { Value: PropertyTest.UnknownValue })
            return new Bounds(0, 0, value.ToString());
        missing.Add(new Missing(_bindings[property.Slot], property.Facet.Name));
        return null;
    }

    // What surely matches is the least that the count can be; with what may match it is the most.
    private Bounds CountOf(Operand.Count count, List<Missing> missing)
    {
        var (sure, possible) = (new HashSet<int>(), new HashSet<int>());
        var match = _counts[count];
        match.Run(() =>
        {
            possible.Add(match.Bindings[count.Slot]);
            if (match.Missing.Count == 0)
                sure.Add(match.Bindings[count.Slot]);
            else
                missing.AddRange(match.Missing);
            return true;
        });
        return new Bounds(sure.Count, possible.Count, null);
    }

    private readonly record struct Bounds(double Low, double High, string? Text)
    {
        public static Bounds Of(double value) => new(value, value, null);
    }
}
