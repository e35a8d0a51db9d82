using Microsoft.Extensions.AI;
using OllamaSharp;

namespace Acme.Garden;

public sealed class Gardener
{
    private const string Local = "http://localhost:11434";

    private readonly IChatClient _client = new ChatClientBuilder(new OllamaApiClient(new Uri(Local), "qwen2.5:7b")).UseFunctionInvocation().Build();

    public async Task<string> AdviseAsync(string question)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(SoilMoisture), AIFunctionFactory.Create(OpenValve)] };
        var response = await _client.GetResponseAsync([new ChatMessage(ChatRole.System, "You look after a garden."), new ChatMessage(ChatRole.User, question)], options);
        return response.Text;
    }

    private static double SoilMoisture(string bed) => bed.Length * 1.5;

    private static string OpenValve(string bed, int minutes)
    {
        File.AppendAllText("valves.log", $"{bed} {minutes}\n");
        return "open";
    }
}
