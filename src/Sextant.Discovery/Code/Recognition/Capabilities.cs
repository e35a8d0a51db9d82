using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>An effect that a function has.</summary>
/// <param name="Capability">The capability, by the vocabulary.</param>
/// <param name="Evidence">The call that shows it.</param>
internal sealed record EffectSeen(string Capability, Evidence Evidence);

/// <summary>Infers what a function can do from the calls that it makes, and what it can touch.</summary>
internal sealed class Capabilities(CodeReading reading, BodyWalk walk, DataStoreReader stores)
{
    /// <summary>
    /// How many calls away a command or a deletion still says something of the tool: what lies deeper is how a library works
    /// (it installs what is missing, it removes its temporary files), not what the tool is for.
    /// </summary>
    private const int FarthestRisk = 2;

    private static readonly string[] Risky = ["executes-code", "destroys"];
    private const string RunCommand = "run-command";

    // A command that is given word by word.
    private const string RunWords = "go-run-command";
    private static readonly string[] Destroying = ["DELETE", "DROP", "TRUNCATE"];
    private static readonly string[] Writing = ["INSERT", "UPDATE", "MERGE", "REPLACE", "CREATE", "ALTER", "UPSERT"];

    /// <summary>The effects of a function, and the data stores that it reads or writes.</summary>
    public (List<EffectSeen> Effects, List<(DataStoreSeen Store, bool Writes, Evidence Evidence)> Stores) Of(CodeUnit unit, Scope function)
    {
        var effects = new List<EffectSeen>();
        var touched = new List<(DataStoreSeen, bool, Evidence)>();
        foreach (var (match, distance) in walk.Matches(unit, function))
        {
            if (match.Entry.Kind is not (RecognitionKind.Effect or RecognitionKind.DataStore or RecognitionKind.Retrieval))
                continue;
            var evidence = Sightings.At(match, distance == 0 ? $"calls {match.Symbol}" : $"calls {match.Symbol}, through {distance} more", distance < 3 ? Confidence.Certain : Confidence.Likely);
            var capabilities = Of(match).Where(c => distance <= FarthestRisk || !Risky.Contains(c, StringComparer.Ordinal)).ToArray();
            effects.AddRange(capabilities.Select(c => new EffectSeen(c, evidence)));
            foreach (var store in stores.TouchedBy(match))
                touched.Add((store, capabilities.Any(c => c is "writes" or "destroys"), evidence));
        }

        return (effects, touched);
    }

    /// <summary>The capabilities that one call shows.</summary>
    public IReadOnlyList<string> Of(Match match)
    {
        if (match.Entry.Kind == RecognitionKind.Retrieval)
            return ["reads-private"];
        var declared = match.Entry.All("capabilities");
        if (reading.Argument(match, "sql") is { } sql)
            return OfSql(sql, declared);
        if (match.Entry.Id is RunCommand or RunWords && reading.Argument(match, "input") is { } command && FixedCommand.Is(Command(match, command.Expression)))
            return [.. declared.Where(c => c != "executes-code")];
        return reading.Argument(match, "url") is { } url && IsLocal(url) ? [.. declared.Select(Inside)] : declared;
    }

    /// <summary>What the words of a tool's name hint at.</summary>
    public IEnumerable<string> OfName(string name) =>
        Words(name).Select(w => reading.Catalog.CapabilityWords.GetValueOrDefault(w)).OfType<string>().Distinct(StringComparer.Ordinal);

    private IReadOnlyList<string> OfSql(Located sql, IReadOnlyList<string> declared)
    {
        var texts = reading.Texts(sql).Select(t => t.Text).ToArray();
        if (texts.Length == 0)
            return sql.Expression is Expression.Template { Pieces: [Expression.Text first, ..] } ? Verb(first.Value) : declared;
        return [.. texts.SelectMany(Verb).Distinct(StringComparer.Ordinal)];
    }

    private static Expression Command(Match match, Expression command) => match is { Entry.Id: RunWords, Call: { } call }
        ? new Expression.Sequence([.. call.Arguments.Select(a => a.Value).SkipWhile(a => !ReferenceEquals(a, command))], command.Line)
        : command;

    private static string[] Verb(string sql)
    {
        var text = sql.AsSpan().TrimStart();
        var verb = text[..(text.IndexOfAny(" \t\r\n(") is >= 0 and var end ? end : text.Length)].ToString().ToUpperInvariant();
        if (Destroying.Contains(verb, StringComparer.Ordinal))
            return ["destroys", "writes"];
        return Writing.Contains(verb, StringComparer.Ordinal) ? ["writes"] : verb is "SELECT" or "WITH" or "SHOW" or "EXPLAIN" ? ["reads-private"] : [];
    }

    private bool IsLocal(Located url)
    {
        var texts = reading.Texts(url).Select(t => t.Text).ToArray();
        return texts.Length > 0 && texts.All(t => WebAddress.TryParse(t, out var web) && web.IsLocal);
    }

    private static string Inside(string capability) => capability switch
    {
        "sends-external" => "writes",
        "reads-untrusted" => "reads-private",
        _ => capability,
    };

    private static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetterOrDigit(name[i]) && !(char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                continue;
            var word = name[start..i].Trim('_', '-', ' ', '.').ToLowerInvariant();
            if (word.Length > 0)
                yield return word;
            start = i;
        }
    }
}
