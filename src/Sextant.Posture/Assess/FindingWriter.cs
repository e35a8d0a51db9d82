using Sextant.Map;
using Sextant.Posture.Assess.Language;
using Sextant.Posture.Assess.Matching;
using Sextant.Posture.Assess.Rules;

namespace Sextant.Posture.Assess;

/// <summary>Makes findings of a rule's matches.</summary>
internal sealed class FindingWriter(AssetMap map, Rule rule)
{
    /// <summary>Evidence that one finding carries.</summary>
    public const int MaxEvidence = 20;

    private const int MaxListed = 3;
    private const int IdHashDigits = 12;

    public Finding Write(KeyMatch match)
    {
        var asset = map.Assets[match.Bindings[rule.Asset]];
        var fingerprint = StableHash.Hex([rule.Id, .. rule.Key.Select(slot => map.Assets[match.Bindings[slot]].Id.Value)]);
        var raised = rule.Raise.Select((raise, i) => (Raise: raise, Index: i)).Where(r => match.Raised[r.Index]).ToArray();
        var severity = raised.Select(r => r.Raise.To).Append(rule.Severity).Max();
        var related = rule.Related.Where(s => s != rule.Asset).SelectMany(s => match.Assets[s]).Concat(match.RaisedBy.SelectMany(a => a));
        return new Finding($"{rule.Id}/{fingerprint[..IdHashDigits]}", rule.Id, rule.Title, severity, asset.Id, fingerprint)
        {
            Related = [.. related.Distinct().Order().Select(i => map.Assets[i].Id)],
            Why = [Fill(rule.Why, match), .. raised.Select(r => Raised(r.Raise, match.RaisedBy[r.Index], match))],
            Evidence = Evidence(asset, match),
            Frameworks = rule.Frameworks,
            Remediation = [.. rule.Fix.Steps.Select(s => Fill(s, match))],
            Effort = rule.Fix.Effort,
            Breaks = [.. Broken(match).Select(r => (r.From.Id, r.Kind, r.To.Id))],
            Path = Path(match),
        };
    }

    private string Raised(RaiseCondition raise, SortedSet<int> by, KeyMatch match)
    {
        var names = by.Count == 0 ? "" : $" ({List(by.Select(i => map.Assets[i].Name))})";
        return $"Raised to {Wording.Severity(raise.To)}: {Fill(raise.Because, match)}{names}";
    }

    private IEnumerable<Relation> Broken(KeyMatch match) =>
        rule.Fix.Breaks.SelectMany(e => match.AllRelations[e]).Distinct().Order().Select(map.RelationAt);

    private string Fill(Template template, KeyMatch match) => template.Fill(hole => hole.Property switch
    {
        null => List(match.Assets[hole.Slot].Select(i => map.Assets[i].Name)),
        "id" => List(match.Assets[hole.Slot].Select(i => map.Assets[i].Id.Value)),
        var property => List(match.Assets[hole.Slot].Select(i => map.Assets[i][property]?.ToString() ?? PropertyTest.UnknownValue)),
    });

    private static string List(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToArray();
        var shown = distinct.Length <= MaxListed + 1 ? distinct : [.. distinct.Take(MaxListed), $"{distinct.Length - MaxListed} more"];
        return shown.Length < 2 ? shown.FirstOrDefault() ?? "" : $"{string.Join(", ", shown[..^1])} and {shown[^1]}";
    }

    // What makes the case comes first: the facets that the rule asked for, then the relations, then where else the asset was seen.
    private Evidence[] Evidence(Asset asset, KeyMatch match)
    {
        var asked = rule.Match.Nodes[rule.Asset].Tests.Select(t => asset.Properties.FirstOrDefault(p => p.Name == t.Facet.Name)?.Evidence).OfType<Evidence>();
        var first = match.Relations.SelectMany(r => r).SelectMany(r => map.EvidenceOf(r).ToArray());
        var others = match.AllRelations.OrderBy(e => e.Key).SelectMany(e => e.Value).SelectMany(r => map.EvidenceOf(r).ToArray());
        var own = asset.Evidence.OrderByDescending(e => e.Confidence);
        var raised = match.RaisedOver.SelectMany(r => map.EvidenceOf(r).ToArray());
        Evidence[] all = [.. asked, .. own.Take(1), .. first, .. raised, .. own.Take(MaxEvidence / 2), .. others];
        return [.. all.Distinct().OrderBy(e => e.Path.Length == 0).ThenBy(IsConcluded).Take(MaxEvidence)];
    }

    // What linkers and classifiers say stands at the place of their premises, which were seen there themselves.
    private static bool IsConcluded(Evidence evidence) => evidence.Collector.Contains(':', StringComparison.Ordinal);

    private AssetId[] Path(KeyMatch match)
    {
        var path = new List<int>();
        foreach (var edge in rule.Match.Edges.Select((edge, i) => (edge, Relations: match.Relations[i])))
        {
            var steps = edge.Relations.Select(r => map.ToIndex(r)).Prepend(match.Bindings[edge.edge.From]);
            path.AddRange(edge.edge.DrawnForward ? steps : steps.Reverse());
        }

        path.AddRange(match.Bindings);
        return [.. path.Distinct().Select(i => map.Assets[i].Id)];
    }
}
