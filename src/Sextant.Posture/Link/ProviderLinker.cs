using System.Collections.Frozen;
using Sextant.Map;

namespace Sextant.Posture.Link;

/// <summary>A model that its provider serves is used through the provider's API, unless an endpoint is known that serves it.</summary>
public sealed class ProviderLinker : IConcluder
{
    /// <summary>Providers whose models answer at the provider's own API. Others' (Hugging Face, Ollama) run where they are loaded.</summary>
    private static readonly FrozenSet<string> Hosted = new[]
    {
        "ai21", "anthropic", "aws-bedrock", "azure-openai", "cerebras", "cohere", "dashscope", "deepseek", "elevenlabs", "fireworks",
        "google", "groq", "jina", "mistral", "moonshot", "nvidia", "openai", "openrouter", "perplexity", "replicate", "sambanova",
        "stability", "together", "vertex-ai", "voyage", "watsonx", "xai", "zhipu",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "link:providers";

    /// <inheritdoc/>
    public void Conclude(AssetMap map, IRecorder recorder)
    {
        foreach (var model in map.Assets.Where(a => a.Kind == AssetKind.Model))
        {
            var provider = model.Id.Path.Split('/', 2)[0];
            if (Hosted.Contains(provider) && !map.Incoming(model, RelationKind.Serves).Any(s => s.From.Kind is AssetKind.ModelEndpoint or AssetKind.ModelGateway))
                Join(map, model, WellKnown.AiService(provider), recorder);
        }
    }

    private void Join(AssetMap map, Asset model, AssetId service, IRecorder recorder)
    {
        var index = map.IndexOf(service);
        foreach (var use in map.Incoming(model, RelationKind.Uses).Where(u => u.From.Kind is AssetKind.Application or AssetKind.Agent or AssetKind.Pipeline))
        {
            var because = $"{use.From.Name} uses {model.Name}, which {service.Path} serves.";
            var evidence = new Evidence(Name, use.Surest.Path, use.Surest.Line, because, Sureness(use));
            if (index < 0 || !map.Holds(map.Assets[index], RelationKind.Serves, model))
                recorder.Relate(service, RelationKind.Serves, model.Id, $"{model.Name} is a model of {service.Path}.", evidence);
            if (index < 0 || !map.Holds(use.From, RelationKind.Uses, map.Assets[index]))
                recorder.Relate(use.From.Id, RelationKind.Uses, service, because, evidence);
        }
    }

    private static Confidence Sureness(Relation use) => use.Surest.Confidence < Confidence.Likely ? use.Surest.Confidence : Confidence.Likely;
}
