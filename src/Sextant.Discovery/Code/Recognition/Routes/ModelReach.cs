using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition.Routes;

/// <summary>Says whether a function calls a model or an agent, itself or through the functions that it calls.</summary>
internal sealed class ModelReach(Recognizers all)
{
    private static readonly string[] Runs =
    [
        "invoke", "ainvoke", "stream", "astream", "astream_events", "batch", "abatch", "predict", "apredict", "run", "arun", "run_sync", "run_stream", "run_streamed", "call", "complete",
        "generate", "agenerate", "chat", "achat", "kickoff", "kickoff_async", "query", "aquery", "stream_chat", "astream_chat", "initiate_chat", "a_initiate_chat", "forward", "run_async", "iter",
        "stream_async", "invoke_async", "print_response", "arun_stream", "send_message", "ask", "generate_content",
    ];

    /// <summary>Whether a function reaches a model.</summary>
    public bool From(CodeUnit unit, Scope function) => all.Walk.Calls(unit, function).Any(IsUse);

    /// <summary>Whether a call uses a model or an agent.</summary>
    private bool IsUse(Located call)
    {
        if (all.Reading.IndexOf(call.Unit).At(call.Expression).Any(m => m.Entry.Kind is RecognitionKind.Model or RecognitionKind.Agent))
            return true;
        if (call.Expression is not Expression.Call made)
            return false;
        var name = CallerProof.NameOf(made.Callee);
        if (!Runs.Contains(name, StringComparer.Ordinal))
            return made.Callee is Expression.Name && Uses(call.With(made.Callee));
        if (made.Callee is Expression.Member method && (Uses(call.With(method.Target)) || IsEngine(call.With(method.Target))))
            return true;
        return made.Arguments.Take(3).Any(a => a.Value is Expression.Name or Expression.Member && all.Tools.Agents(call.With(a.Value)).Any());
    }

    private bool Uses(Located value) => all.Models.Objects(value).Any() || all.Tools.Agents(value).Any();

    // An engine over an index answers with a model, whether or not one is given.
    private bool IsEngine(Located value) =>
        all.Reading.Code.SymbolOf(value) is { } symbol && (symbol.Contains("as_query_engine()", StringComparison.Ordinal) || symbol.Contains("as_chat_engine()", StringComparison.Ordinal));
}
