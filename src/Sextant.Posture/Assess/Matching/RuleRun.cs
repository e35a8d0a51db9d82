using Sextant.Map;
using Sextant.Posture.Assess.Language;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Assess.Matching;

/// <summary>Runs one rule over a map: gathers its matches by key, and what could not be decided by asset.</summary>
internal sealed class RuleRun
{
    private readonly Rule _rule;
    private readonly Budget _budget;
    private readonly int _nodes;
    private readonly Match _match;
    private readonly Match[] _unless;
    private readonly Match[] _raise;
    private readonly Conditions _where;

    public RuleRun(AssetMap map, KindIndex kinds, Rule rule, long maxSteps)
    {
        (_rule, _budget, _nodes) = (rule, new Budget(maxSteps), rule.Match.Nodes.Count);
        var bindings = new int[Others(rule).Append(rule.Match).Max(p => p.Slots)];
        Array.Fill(bindings, -1);
        _match = new Match(map, kinds, rule.Match, bindings, _ => false, _budget);
        _unless = [.. rule.Unless.Select(p => new Match(map, kinds, p, bindings, IsOfMatch, _budget))];
        _raise = [.. rule.Raise.Select(r => new Match(map, kinds, r.When, bindings, IsOfMatch, _budget))];
        _where = new Conditions(map, kinds, rule.Where, bindings, IsOfMatch, _budget);
    }

    /// <summary>The matches by the assets of their key.</summary>
    public Dictionary<int[], KeyMatch> Matches { get; } = new(KeyComparer.Instance);

    /// <summary>For assets where the rule may match, what that depends on: the shortest reason.</summary>
    public Dictionary<int, Missing[]> Undecided { get; } = [];

    /// <summary>Whether the rule was stopped because it needed too much work.</summary>
    public bool IsIncomplete => _budget.IsSpent;

    /// <summary>Runs the rule.</summary>
    public void Run() => _match.Run(() =>
    {
        Place();
        return !_budget.IsSpent;
    });

    private static IEnumerable<Pattern> Others(Rule rule) => rule.Unless.Concat(rule.Raise.Select(r => r.When))
        .Concat(rule.Where.SelectMany(w => new[] { w.Left, w.Right }).OfType<Operand.Count>().Select(c => c.Pattern));

    private bool IsOfMatch(int slot) => slot < _nodes;

    private void Place()
    {
        List<Missing> missing = [.. _match.Missing];
        var truth = (missing.Count == 0 ? Truth.True : Truth.Unknown).And(_where.Hold(missing));
        for (var i = 0; i < _unless.Length && truth != Truth.False; i++)
        {
            truth = truth.And(_unless[i].Exists(out var reasons).Not());
            missing.AddRange(reasons);
        }

        // With the budget spent, an exception may have gone unseen: the place then counts for nothing.
        if (_budget.IsSpent || truth == Truth.False)
            return;
        if (truth == Truth.Unknown)
            Doubt(missing);
        else
            Found();
    }

    private void Doubt(List<Missing> missing)
    {
        var reasons = missing.Distinct().OrderBy(m => m.Asset).ThenBy(m => m.Facet, StringComparer.Ordinal).ToArray();
        var asset = _match.Bindings[_rule.Asset];
        if (!Undecided.TryGetValue(asset, out var known) || IsBefore(reasons, known))
            Undecided[asset] = reasons;
    }

    private static bool IsBefore(Missing[] a, Missing[] b)
    {
        if (a.Length != b.Length)
            return a.Length < b.Length;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
                return a[i].Asset != b[i].Asset ? a[i].Asset < b[i].Asset : string.CompareOrdinal(a[i].Facet, b[i].Facet) < 0;
        }

        return false;
    }

    private void Found()
    {
        var key = _rule.Key.Select(slot => _match.Bindings[slot]).ToArray();
        if (!Matches.TryGetValue(key, out var found))
            Matches[key] = found = new KeyMatch(_nodes, _raise.Length);
        found.Add(_match.Bindings.AsSpan(0, _nodes), _match.Relations);
        for (var i = 0; i < _raise.Length; i++)
            Raise(found, i);
    }

    // What a raise draws besides the match belongs to the finding: it is why the finding is worse.
    private void Raise(KeyMatch found, int index)
    {
        var raise = _raise[index];
        var others = _rule.Raise[index].When.Nodes.Select(n => n.Slot).Where(slot => !IsOfMatch(slot)).ToArray();
        raise.Run(() =>
        {
            if (raise.Missing.Count > 0)
                return true;
            found.Raise(index, others.Select(slot => raise.Bindings[slot]), raise.Relations);
            return others.Length > 0 && !found.IsFull(index);
        });
    }

    private sealed class KeyComparer : IEqualityComparer<int[]>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            foreach (var part in obj)
                hash.Add(part);
            return hash.ToHashCode();
        }
    }
}
