using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Turns the text by which code names a model into the model's id: prefixes of frameworks (<c>openai:gpt-4o</c>,
/// <c>ollama/llama3</c>) become the provider, paths become files of the repository or of a bucket.
/// </summary>
internal sealed class ModelNames(ProviderIndex providers, TreeContext tree)
{
    private const int MaxName = 200;

    /// <summary>Libraries that agents name before the model to say who calls it: <c>litellm/anthropic/claude-…</c>.</summary>
    private static readonly string[] Routers = ["litellm/", "any-llm/"];

    /// <summary>A model by its text: its id, its provider and its bare name; null if the text names none.</summary>
    public (AssetId Id, Provider? Provider, string Name)? Read(string text, string naming, Service service, string path)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxName || text.Contains("{}", StringComparison.Ordinal) || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return null;
        if (naming is "file" or "huggingface" && Stored(text, naming, path) is { } stored)
            return (stored, null, text[(text.LastIndexOf('/') + 1)..]);
        if (naming == "huggingface")
            return Of("huggingface", text);
        if (naming is "colon" or "slash")
            return Prefixed(text, naming == "colon" ? ":" : "/", service);
        return Plain(text, service);
    }

    private (AssetId Id, Provider? Provider, string Name)? Prefixed(string text, string separator, Service service)
    {
        if (Array.Find(Routers, r => text.StartsWith(r, StringComparison.Ordinal)) is { } router)
            (text, service) = (text[router.Length..], Service.None);
        foreach (var candidate in (ReadOnlySpan<string>)[separator, ":", "/"])
        {
            var at = text.IndexOf(candidate, StringComparison.Ordinal);
            if (at > 0 && at < text.Length - 1 && providers.OfPrefix(text[..at]) is { } named)
                return named.IsGateway ? Prefixed(text[(at + 1)..], "/", Service.Of(named)) : Of(named.Slug, Trimmed(named, text[(at + 1)..]));
        }

        if (service.Provider is null && providers.OfModel(text) is { } known)
            return Of(known.Slug, text);
        return service.Provider is null && text.Contains('/', StringComparison.Ordinal) ? Of("huggingface", text) : Plain(text, service);
    }

    private (AssetId Id, Provider? Provider, string Name)? Plain(string text, Service service)
    {
        if (service.Provider is { IsGateway: true } gateway && text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && providers.OfPrefix(text[..slash]) is { } maker
            && maker.Slug != gateway.Slug)
            return Of(maker.Slug, text[(slash + 1)..]);
        if (service is { IsUnresolved: true } or { Provider.IsGateway: true } && providers.OfModel(text) is { } alike)
            return Of(alike.Slug, text);
        if (service is { Provider: { } provider, IsUnresolved: false })
            return Of(provider.Slug, Trimmed(provider, text));
        if (service.Address is { } address)
            return text.Contains('/', StringComparison.Ordinal) ? Of("huggingface", text) : (AssetId.Of(AssetKind.Model, "url", address, text), null, text);
        return providers.OfModel(text) is { } known ? Of(known.Slug, text) : (tree.Local(AssetKind.Model, text), null, text);
    }

    private static string Trimmed(Provider provider, string text)
    {
        if (text.StartsWith("models/", StringComparison.Ordinal))
            return text["models/".Length..];
        if (provider.Slug == "aws-bedrock" && text.StartsWith("arn:", StringComparison.Ordinal))
            return text[(text.LastIndexOf('/') + 1)..];
        return provider.Slug == "aws-bedrock" && text.StartsWith("converse/", StringComparison.Ordinal) ? text["converse/".Length..] : text;
    }

    private (AssetId Id, Provider? Provider, string Name)? Of(string slug, string name) =>
        (WellKnown.Model(slug, name), providers.Find(slug), name);

    private AssetId? Stored(string text, string naming, string path)
    {
        if (text.StartsWith("s3://", StringComparison.Ordinal))
            return AssetId.Of(AssetKind.Model, "s3", text["s3://".Length..]);
        if (text.StartsWith("gs://", StringComparison.Ordinal))
            return AssetId.Of(AssetKind.Model, "gcs", text["gs://".Length..]);
        if (text.StartsWith("models:/", StringComparison.Ordinal))
            return AssetId.Of(AssetKind.Model, "mlflow", text["models:/".Length..].TrimStart('/'));
        if (text.Contains("://", StringComparison.Ordinal))
            return WebAddress.TryParse(text, out var web) ? AssetId.Of(AssetKind.Model, "url", web.Host, text[(text.IndexOf(web.Host, StringComparison.OrdinalIgnoreCase) + web.Host.Length)..].Split('?')[0].TrimStart('/')) : null;
        if (naming == "file" || RepositoryPath.LooksLocal(text) || tree.Files.Exists(text))
            return tree.Local(AssetKind.Model, RepositoryPath.Resolve(tree.Files, path, text));
        return null;
    }
}
