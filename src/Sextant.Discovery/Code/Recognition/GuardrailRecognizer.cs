using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records guardrails.</summary>
internal sealed class GuardrailRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Guardrail;

    public void Recognize(Match match)
    {
        var (id, name) = Of(match);
        var evidence = Sightings.At(match, $"{match.Symbol} is a guardrail");
        var provider = match.Entry.Value("provider") is { } by ? [("provider", by)] : (ReadOnlySpan<(string, PropertyValue)>)[];
        all.Sightings.Defined(id, name, evidence, [("mode", match.Entry.Value("mode") ?? "unknown"), .. provider]);
        all.Sightings.UsedByApplication(RelationKind.GuardedBy, id, $"{name} is part of this code.", evidence with { Confidence = Confidence.Likely });
    }

    /// <summary>The guardrails that an item of a list of guardrails is.</summary>
    public IEnumerable<(AssetId Id, string Name)> Of(Located item)
    {
        if (item.Expression is Expression.Name or Expression.Member && all.Reading.Code.ScopeOf(item) is var (unit, scope))
            return [all.Reading.IndexOf(unit).Matches.Find(m => m.Definition == scope && m.Entry.Kind == Kind) is { } match
                ? Of(match) : (all.Reading.Tree.Local(AssetKind.Guardrail, Sightings.Stem(unit.Path), scope.Name), scope.Name)];
        return all.Reading.Values(item).Select(v => all.Reading.MatchAt(v, Kind)).OfType<Match>().Select(Of);
    }

    private (AssetId Id, string Name) Of(Match match)
    {
        var name = all.Reading.Text(all.Reading.Argument(match, "name")) ?? (match.Binding.Length > 0 ? match.Binding : match.ShortName);
        return (all.Reading.Tree.Local(AssetKind.Guardrail, Sightings.Stem(match.Path), name), name);
    }
}
