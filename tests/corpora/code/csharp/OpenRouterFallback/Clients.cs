using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace Acme.Fallback;

internal static class Clients
{
    private static readonly OpenAIClientOptions Options = new() { Endpoint = new Uri("https://openrouter.ai/api/v1") };

    public static ChatClient For(string model) =>
        new OpenAIClient(new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENROUTER_API_KEY")!), Options).GetChatClient(model);
}
