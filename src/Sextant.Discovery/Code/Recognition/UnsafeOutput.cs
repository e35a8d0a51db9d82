using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Finds where a model's output is run as code, shell or SQL: a value that comes from a model's answer, followed through the
/// assignments of a function and the functions of the file that return it, reaches such a call.
/// </summary>
internal sealed class UnsafeOutput(Recognizers all)
{
    private const int MaxRounds = 4;

    public void Recognize(MatchIndex index)
    {
        if (!index.Matches.Exists(m => m.Entry.Kind == RecognitionKind.Model) || !index.Matches.Exists(IsSink))
            return;
        var answering = new Dictionary<int, Expression>();
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = answering.Count;
            foreach (var scope in index.Unit.Scopes)
                Follow(index, scope.Number, answering);
            if (answering.Count == before)
                break;
        }
    }

    private void Follow(MatchIndex index, int scope, Dictionary<int, Expression> answering)
    {
        var tainted = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var statement in index.In(scope))
        {
            foreach (var sink in statement.Expressions.SelectMany(e => e.All()).OfType<Expression.Call>())
                Check(index, new Located(index.Unit, scope, sink), tainted, answering);
            switch (statement)
            {
                case Statement.Assignment { Target: Expression.Name target, Value: { } value } when Origin(index, scope, value, tainted, answering) is { } origin:
                    tainted[target.Id] = origin;
                    break;
                case Statement.Return { Value: { } returned } when Origin(index, scope, returned, tainted, answering) is { } origin:
                    answering.TryAdd(scope, origin);
                    break;
            }
        }
    }

    private void Check(MatchIndex index, Located call, Dictionary<string, Expression> tainted, Dictionary<int, Expression> answering)
    {
        if (index.At(call.Expression).FirstOrDefault(IsSink) is not { } sink || all.Reading.Argument(sink, "input") is not { } input)
            return;
        if (Origin(index, call.Scope, input.Expression, tainted, answering) is not { } origin)
            return;
        var evidence = Sightings.At(call, $"{sink.Symbol} runs what the model answered at line {origin.Line}", Confidence.Likely);
        var from = Sightings.At(call.With(origin), $"the model's answer, run by {sink.Symbol} at line {call.Expression.Line}", Confidence.Likely);
        if (!Sightings.Counts(evidence))
            return;
        var application = all.Sightings.Application(evidence);
        foreach (var seen in new[] { evidence, from })
            all.Reading.Tree.Recorder.Record(new AssetObservation(application, seen) { Properties = [new("outputExecuted", true)] });
    }

    // Where in an expression a model's answer comes from; null if it does not.
    private Expression? Origin(MatchIndex index, int scope, Expression expression, Dictionary<string, Expression> tainted, Dictionary<int, Expression> answering)
    {
        foreach (var part in expression.All())
        {
            if (part is Expression.Name name && tainted.TryGetValue(name.Id, out var origin))
                return origin;
            if (part is not Expression.Call call)
                continue;
            if (Answers(index, new Located(index.Unit, scope, call)))
                return call;
            if (call.Callee is Expression.Name or Expression.Member && all.Reading.Code.ScopeOf(new Located(index.Unit, scope, call.Callee)) is var (unit, function)
                && ReferenceEquals(unit, index.Unit) && answering.ContainsKey(function.Number))
                return call;
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

    private static bool IsSink(Match match) => match.Entry.Kind == RecognitionKind.Effect && match.Entry.Value("sink") == "true";
}
