using System.Text;
using Sextant.Cli.Scanning;
using Sextant.Discovery;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Registration;
using Sextant.Discovery.Secrets;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Quality.Measuring;

/// <summary>One label or one thing found, and how it came out.</summary>
/// <param name="Case">The case.</param>
/// <param name="Kind">The kind of asset, or <see cref="CorpusRun.RelationKind"/>.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Text">The label, or what was found.</param>
internal sealed record Judgement(LabelledCase Case, string Kind, Outcome Outcome, string Text);

/// <summary>How a label or a thing found came out.</summary>
internal enum Outcome
{
    /// <summary>Labelled and found.</summary>
    Hit,

    /// <summary>Labelled and not found, or found otherwise than labelled.</summary>
    Miss,

    /// <summary>Found and not labelled, or found otherwise than labelled.</summary>
    Extra,
}

/// <summary>How many labels were found, and how much of what was found is labelled.</summary>
internal readonly record struct Score(int Hits, int Misses, int Extras)
{
    /// <summary>The share of what was found that is true; 1 if nothing was found.</summary>
    public double Precision => Hits + Extras == 0 ? 1 : (double)Hits / (Hits + Extras);

    /// <summary>The share of what is true that was found; 1 if there is nothing to find.</summary>
    public double Recall => Hits + Misses == 0 ? 1 : (double)Hits / (Hits + Misses);

    /// <summary>The score of some judgements.</summary>
    public static Score Of(IEnumerable<Judgement> judgements)
    {
        var counts = judgements.CountBy(j => j.Outcome).ToDictionary();
        return new(counts.GetValueOrDefault(Outcome.Hit), counts.GetValueOrDefault(Outcome.Miss), counts.GetValueOrDefault(Outcome.Extra));
    }
}

/// <summary>
/// Discovery as the command line runs it, over every case of the labelled corpus, held against the labels. A case is copied out of the
/// corpus first, so that neither its labels nor the folders around it are part of the repository.
/// </summary>
internal sealed record CorpusRun(IReadOnlyList<LabelledCase> Cases, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>The kind under which relations are counted.</summary>
    public const string RelationKind = "relations";

    /// <summary>Scans and judges the cases.</summary>
    public static CorpusRun Over(IReadOnlyList<LabelledCase> cases)
    {
        var installation = new Installation();
        return new(cases, [.. cases.SelectMany(c => Judge(c, installation))]);
    }

    /// <summary>All misses and extras, by case.</summary>
    public string Mistakes()
    {
        var text = new StringBuilder();
        foreach (var wrong in Judgements.Where(j => j.Outcome != Outcome.Hit).GroupBy(j => j.Case))
        {
            text.AppendLine($"{wrong.Key.Language}/{wrong.Key.Name}");
            foreach (var judgement in wrong)
                text.AppendLine($"  {(judgement.Outcome == Outcome.Miss ? "missed" : "extra ")} {judgement.Text}");
        }

        return text.ToString();
    }

    private static IEnumerable<Judgement> Judge(LabelledCase labelled, Installation installation)
    {
        var labels = labelled.Labels;
        var found = new FoundMap(Scan(labelled, installation), labelled.Name, labels.Same);
        foreach (var label in labels.Assets)
        {
            var difference = found.Difference(label);
            yield return new(labelled, KindOf(label.Id), difference is null ? Outcome.Hit : Outcome.Miss, label.ToString());
            if (difference is { Length: > 0 })
                yield return new(labelled, KindOf(label.Id), Outcome.Extra, $"{label.Id} {{{difference}}}");
        }

        foreach (var extra in found.Assets.Except(labels.Assets.Select(a => a.Id)).Except(labels.Optional).Order(StringComparer.Ordinal))
            yield return new(labelled, KindOf(extra), Outcome.Extra, extra);
        foreach (var relation in labels.Relations)
            yield return new(labelled, RelationKind, found.Relations.Contains(relation) ? Outcome.Hit : Outcome.Miss, relation);
        foreach (var extra in found.Relations.Except(labels.Relations).Where(r => !IsOptional(r, labels)).Order(StringComparer.Ordinal))
            yield return new(labelled, RelationKind, Outcome.Extra, extra);
    }

    // What touches an optional asset is as optional as the asset.
    private static bool IsOptional(string relation, Labels labels)
    {
        var from = relation[..relation.IndexOf(" -", StringComparison.Ordinal)];
        var to = relation[(relation.LastIndexOf("-> ", StringComparison.Ordinal) + 3)..];
        return labels.Optional.Contains(relation) || labels.Optional.Contains(from) || labels.Optional.Contains(to);
    }

    private static string KindOf(string id) => id.Split(':')[0];

    private static AssetMap Scan(LabelledCase labelled, Installation installation)
    {
        var parent = Directory.CreateTempSubdirectory("sextant-quality-").FullName;
        try
        {
            var folder = Path.Combine(parent, labelled.Name);
            foreach (var file in labelled.Files)
            {
                var copy = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? folder);
                File.Copy(Path.Combine(labelled.Folder, file), copy);
            }

            var map = new MapBuilder();
            var key = new FingerprintKey(new byte[32]);
            var notes = new ScanNotes(new IgnoreComments(), new Register());
            new RepositoryCollector(() => Inspectors.For(installation, key, notes, null, [])).Collect(folder, new CollectOptions { History = false }, map);
            return WhatIsShown.Of(map.Build());
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }
}
