namespace Acme.Office;

public sealed class Kernel
{
    public Kernel AddOpenAIChatCompletion(string modelId, string apiKey) => this;

    public static Kernel CreateBuilder() => new();
}

public sealed record ChatCompletionAgent(string Name, string Instructions);
