using Microsoft.SemanticKernel;

namespace Acme.Summaries;

public static class Summaries
{
    private static readonly Uri Server = new("http://llm.acme.local:8000/v1");

    public static Kernel Build() => Kernel.CreateBuilder()
        .AddOpenAIChatCompletion(modelId: "mistralai/Mistral-Small-24B-Instruct-2501", endpoint: Server, apiKey: null)
        .Build();

    public static async Task<string?> SummariseAsync(Kernel kernel, string text)
    {
        var summarise = kernel.CreateFunctionFromPrompt("Summarise this in two sentences:\n{{$input}}");
        return await kernel.InvokeAsync<string>(summarise, new() { ["input"] = text });
    }
}
