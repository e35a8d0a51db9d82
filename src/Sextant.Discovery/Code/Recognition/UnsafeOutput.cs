using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Finds where a model's output is run as code, shell or SQL, or put into a page: a value that comes from a model's answer, followed
/// through the assignments of a function, the functions of the file that return it and the functions of the repository that get
/// it, reaches such a call.
/// </summary>
internal sealed class UnsafeOutput(Recognizers all)
{
    private const int MaxRounds = 4;

    /// <summary>Calls through which an answer is passed on.</summary>
    private const int MaxDepth = 3;

    /// <summary>Functions that are followed for the answers of one file.</summary>
    private const int MaxFollowed = 200;

    public void Recognize(MatchIndex index)
    {
        if (!index.Matches.Exists(m => m.Entry.Kind == RecognitionKind.Model))
            return;
        var answering = new Dictionary<int, Located>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = answering.Count;
            var followed = new HashSet<(string Path, int Scope, string Parameters)>();
            foreach (var scope in index.Unit.Scopes)
                Follow(new Tainted(index, scope.Number, new(StringComparer.Ordinal), answering, followed, 0));
            if (answering.Count == before)
                break;
        }
    }

    private void Follow(Tainted at)
    {
        foreach (var statement in at.Index.In(at.Scope))
        {
            foreach (var call in statement.Expressions.SelectMany(e => e.All()).OfType<Expression.Call>())
            {
                Check(at, call);
                Pass(at, call);
            }

            switch (statement)
            {
                case Statement.Assignment { Target: Expression.Name target, Value: { } value } when Origin(at, value) is { } origin:
                    at.Names[target.Id] = origin;
                    break;
                case Statement.Return { Value: { } returned } when at.Depth == 0 && Origin(at, returned) is { } origin:
                    at.Answering.TryAdd(at.Scope, origin);
                    break;
            }
        }
    }

    // A function of the repository that is given an answer holds it in its parameter.
    private void Pass(Tainted at, Expression.Call call)
    {
        if (at.Depth >= MaxDepth || at.Followed.Count >= MaxFollowed || call.Callee is not (Expression.Name or Expression.Member) || call.Arguments.Count == 0)
            return;
        var given = call.Arguments.Select(a => Origin(at, a.Value)).ToArray();
        if (Array.TrueForAll(given, g => g is null) || all.Reading.Code.ScopeOf(at.Located(call.Callee)) is not ({ } unit, { Kind: ScopeKind.Function } function))
            return;
        var isBound = unit.Scopes[function.Parent].Kind == ScopeKind.Class && !UnitIndex.IsDecorated(function, "staticmethod") && LanguageTraits.Of(unit.Language).Self is null;
        var names = new Dictionary<string, Located>(StringComparer.Ordinal);
        for (var i = 0; i < given.Length; i++)
        {
            var name = call.Arguments[i].Keyword ?? function.Parameters.ElementAtOrDefault(i + (isBound ? 1 : 0))?.Name;
            if (given[i] is { } origin && name is not null)
                names[name] = origin;
        }

        if (names.Count > 0 && at.Followed.Add((unit.Path, function.Number, string.Join(',', names.Keys.Order(StringComparer.Ordinal)))))
            Follow(new Tainted(all.Reading.IndexOf(unit), function.Number, names, ReferenceEquals(unit, at.Index.Unit) ? at.Answering : [], at.Followed, at.Depth + 1));
    }

    private void Check(Tainted at, Expression.Call call)
    {
        if (at.Index.At(call).FirstOrDefault(IsSink) is not { } sink || all.Reading.Argument(sink, "input") is not { } input || Origin(at, input.Expression) is not { } origin)
            return;
        var place = at.Located(call);
        var shown = sink.Entry.Value("sink") == "html";
        var evidence = Sightings.At(place, $"{sink.Symbol} {(shown ? "shows" : "runs")} what the model answered at {Where(place, origin)}", Confidence.Likely);
        var from = Sightings.At(origin, $"the model's answer, {(shown ? "shown" : "run")} by {sink.Symbol} at {Where(origin, place)}", Confidence.Likely);
        if (!Sightings.Counts(evidence))
            return;
        var application = all.Sightings.Application(evidence);
        foreach (var seen in new[] { evidence, from })
            all.Reading.Tree.Recorder.Record(new AssetObservation(application, seen) { Properties = [new(shown ? "outputRendered" : "outputExecuted", true)] });
    }

    private static string Where(Located from, Located place) =>
        ReferenceEquals(from.Unit, place.Unit) ? $"line {place.Expression.Line}" : $"{place.Unit.Path}:{place.Expression.Line}";

    // Where in an expression a model's answer comes from; null if it does not.
    private Located? Origin(Tainted at, Expression expression)
    {
        foreach (var part in expression.All())
        {
            if (part is Expression.Name name && at.Names.TryGetValue(name.Id, out var origin))
                return origin;
            if (part is not Expression.Call call)
                continue;
            if (Answers(at.Index, at.Located(call)))
                return at.Located(call);
            if (call.Callee is Expression.Name or Expression.Member && at.Answering.Count > 0 && all.Reading.Code.ScopeOf(at.Located(call.Callee)) is var (unit, function)
                && ReferenceEquals(unit, at.Index.Unit) && at.Answering.ContainsKey(function.Number))
                return at.Located(call);
        }

        return null;
    }

    private bool Answers(MatchIndex index, Located call)
    {
        if (index.At(call.Expression).FirstOrDefault(m => m.Entry.Kind == RecognitionKind.Model) is { } match)
            return match.Entry.Value("object") != "true" && match.Entry.Value("type") is "llm";
        return call.Expression is Expression.Call { Callee: Expression.Member { Id: "invoke" or "ainvoke" or "predict" or "complete" or "generate" or "run" or "chat" or "call", Target: var target } }
            && all.Models.Objects(call.With(target)).Any();
    }

    private static bool IsSink(Match match) => match.Entry.Kind == RecognitionKind.Effect && match.Entry.Value("sink") is "true" or "html";

    // A function with the names in it that hold a model's answer.
    private sealed record Tainted(
        MatchIndex Index, int Scope, Dictionary<string, Located> Names, Dictionary<int, Located> Answering, HashSet<(string Path, int Scope, string Parameters)> Followed, int Depth)
    {
        public Located Located(Expression expression) => new(Index.Unit, Scope, expression);
    }
}
