using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>A vector store as code opens it.</summary>
internal sealed record VectorStoreSeen(AssetId Id, string Name, string? Alias, Match Match);

/// <summary>Says which vector stores an expression means. Records nothing.</summary>
internal sealed class VectorStores(CodeReading reading)
{
    private const int MaxDepth = 14;

    /// <summary>The store that a call opens.</summary>
    public VectorStoreSeen Of(Match match)
    {
        var given = reading.Text(reading.Argument(match, "name"));
        if (given is not null && (given.Length == 0 || given.Contains("{}", StringComparison.Ordinal)))
            given = null;
        var provider = match.Entry.Value("provider") ?? "";
        var name = given ?? (IsQuestion(match) ? Variable(match) : null) ?? (match.Binding.Length > 0 ? match.Binding : match.ShortName);
        var alias = given is null ? null : $"vector-store:repo/{reading.Tree.Repository}/{provider}/{given}";
        return new(reading.Tree.Local(AssetKind.VectorStore, Sightings.Stem(match.Path), name), name, alias, match);
    }

    // What a query gives back is not the store: its variable says nothing about it.
    private static bool IsQuestion(Match match) => match.ShortName is "query_points" or "query" or "search" or "upsert";

    private string? Variable(Match match) => reading.Argument(match, "name")?.Expression switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        _ => null,
    };

    /// <summary>The stores that a value is, or is made of: a retriever, an index, a chain.</summary>
    public IEnumerable<VectorStoreSeen> In(Located value) => In(value, 0).DistinctBy(s => s.Id);

    private IEnumerable<VectorStoreSeen> In(Located value, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var one in reading.Values(value))
        {
            if (reading.MatchAt(one, RecognitionKind.VectorStore) is { } match)
            {
                yield return Of(match);
                continue;
            }

            foreach (var store in Inner(one).SelectMany(i => In(one.With(i), depth + 1)))
                yield return store;
        }
    }

    private static IEnumerable<Expression> Inner(Located value) => value.Expression switch
    {
        Expression.Call { Callee: Expression.Member method } call => call.Arguments.Select(a => a.Value).Prepend(method.Target),
        Expression.Call call => call.Arguments.Select(a => a.Value),
        Expression.Operation { Operator: "|", Operands: var operands } => operands,
        _ => [],
    };
}
