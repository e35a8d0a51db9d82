namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>What a setting says of a model: whose, of which type, and which of its parts it sets.</summary>
/// <param name="Group">What belongs together: everything before the part.</param>
/// <param name="Provider">The provider's slug.</param>
/// <param name="Type">The type of model; empty if the setting is for all of a provider's.</param>
/// <param name="Part"><c>model</c>, <c>address</c> or <c>key</c>.</param>
internal sealed record ModelSetting(string Group, string Provider, string Type, string Part)
{
    private static readonly string[] Prefixes = ["spring.ai.", "quarkus.langchain4j.", "langchain4j."];

    private static readonly (string Name, string Slug)[] Providers =
    [
        ("azure.openai", "azure-openai"), ("azure-openai", "azure-openai"), ("azure-open-ai", "azure-openai"), ("openai-sdk", "openai"), ("openai", "openai"), ("open-ai-official", "openai"),
        ("open-ai", "openai"), ("anthropic", "anthropic"), ("ollama", "ollama"), ("mistralai", "mistral"), ("mistral-ai", "mistral"), ("vertex.ai.gemini", "vertex-ai"), ("vertex.ai", "vertex-ai"),
        ("vertexai.gemini", "vertex-ai"), ("vertexai", "vertex-ai"), ("vertex-ai-gemini", "vertex-ai"), ("google.genai", "google"), ("google-ai-gemini", "google"), ("ai.gemini", "google"),
        ("bedrock", "aws-bedrock"), ("deepseek", "deepseek"), ("huggingface", "huggingface"), ("hugging-face", "huggingface"), ("minimax", "minimax"), ("zhipuai", "zhipu"), ("moonshot", "moonshot"),
        ("dashscope", "alibaba"), ("cohere", "cohere"), ("watsonx", "ibm-watsonx"), ("github-models", "github-models"), ("voyage-ai", "voyage"), ("stabilityai", "stability"), ("elevenlabs", "elevenlabs"),
    ];

    /// <summary>Reads the name of a setting; null if it is about no model.</summary>
    public static ModelSetting? Of(string key)
    {
        if (Array.Find(Prefixes, p => key.StartsWith(p, StringComparison.Ordinal)) is not { } prefix)
            return null;
        var dot = key.LastIndexOf('.');
        var part = key[(dot + 1)..] switch
        {
            "model" or "model-name" or "model-id" or "deployment-name" => "model",
            "base-url" or "endpoint" => "address",
            "api-key" => "key",
            _ => "",
        };
        var rest = key[prefix.Length..Math.Max(prefix.Length, dot)];
        if (part.Length == 0 || Whose(rest) is not var (slug, after, group))
            return null;
        return new ModelSetting(prefix + group, slug, TypeOf(after), part);
    }

    // Quarkus may put a name of one's own before the provider: quarkus.langchain4j.fast.openai.…
    private static (string Slug, string After, string Group)? Whose(string rest)
    {
        var named = rest.IndexOf('.', StringComparison.Ordinal) + 1;
        foreach (var start in (ReadOnlySpan<int>)[0, named])
        {
            foreach (var (name, slug) in Providers)
            {
                var end = start + name.Length;
                if (string.CompareOrdinal(rest, start, name, 0, name.Length) == 0 && (end == rest.Length || rest[end] == '.'))
                    return (slug, rest[Math.Min(end + 1, rest.Length)..], rest[..end]);
            }
        }

        return null;
    }

    private static string TypeOf(string after) => after.Split('.')[0] switch
    {
        "chat" or "chat-model" or "streaming-chat-model" or "converse" or "language-model" => "llm",
        "embedding" or "embedding-model" or "titan" or "cohere" => "embedding",
        "image" or "image-model" => "image",
        "audio" => "audio",
        _ => "",
    };
}
