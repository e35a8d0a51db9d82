using System.Collections.Frozen;
using Sextant.Map;
using Sextant.Posture.Link;

namespace Sextant.Posture.Classify;

/// <summary>
/// Whether a person stands between an agent and the effects of its tools. One effect without approval is enough to be
/// automatic; a tool of which nobody knows counts as the framework treats it, if that is known.
/// </summary>
public sealed class AutonomyClassifier : IConcluder
{
    /// <summary>Frameworks that run a tool when the model asks for it, unless the program says otherwise.</summary>
    private static readonly FrozenSet<string> Automatic = new[]
    {
        "agno", "autogen", "crewai", "google-adk", "haystack", "langchain", "langgraph", "llamaindex", "llama-index", "openai-agents", "pydantic-ai",
        "semantic-kernel", "smolagents", "strands", "vercel-ai", "ai-sdk", "mastra",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "classify:autonomy";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        var deductions = new Deductions(Name, map, recorder);
        foreach (var agent in map.Assets.Where(a => a.Kind == AssetKind.Agent && a["autonomy"] is null))
        {
            var calls = map.Outgoing(agent, RelationKind.Calls).Where(c => Effects.Of(c.To).Any()).ToArray();
            if (calls.Length == 0)
                continue;
            var framework = WellKnown.Slug(agent.Text("framework") ?? "");
            var free = Array.FindIndex(calls, c => c.To.Text("approval") == "none");
            var unsaid = Array.FindIndex(calls, c => c.To.Text("approval") is null);
            if (free >= 0)
                deductions.Facet(agent, "autonomy", "auto-approve", $"{calls[free].To.Name} runs without approval.", Confidence.Likely, calls[free].Surest);
            else if (unsaid >= 0 && Automatic.Contains(framework))
                deductions.Facet(agent, "autonomy", "auto-approve", $"{framework} runs {calls[unsaid].To.Name} when the model asks.", Confidence.Likely, calls[unsaid].Surest);
            else if (Array.TrueForAll(calls, c => c.To.Text("approval") == "required"))
                deductions.Facet(agent, "autonomy", "human-approval", "Every tool with an effect needs approval.", Confidence.Likely, calls[0].Surest);
        }
    }
}
