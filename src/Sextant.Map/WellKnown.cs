namespace Sextant.Map;

/// <summary>Assets that exist in every map, by one id.</summary>
public static class WellKnown
{
    /// <summary>Anybody on the Internet: the one source of the outside.</summary>
    public static AssetId Internet { get; } = AssetId.Of(AssetKind.Internet, "anyone");

    /// <summary>A provider's API, by the provider's slug: <c>ai-service:openai</c>.</summary>
    public static AssetId AiService(string provider) => AssetId.Of(AssetKind.AiService, Slug(provider));

    /// <summary>A model by its authority and name: <c>model:openai/gpt-4o</c>, <c>model:huggingface/org/name</c>.</summary>
    public static AssetId Model(string authority, string name) => AssetId.Of(AssetKind.Model, Slug(authority), name);

    /// <summary>A bucket: <c>data-store:s3/name</c>, <c>data-store:gcs/name</c>, <c>data-store:azure-blob/account/container</c>.</summary>
    public static AssetId Bucket(string service, string name) => AssetId.Of(AssetKind.DataStore, service, name);

    /// <summary>Lower case, with anything but letters, digits and dots as single hyphens: <c>Mistral AI</c> is <c>mistral-ai</c>.</summary>
    public static string Slug(string name)
    {
        var slug = new System.Text.StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
