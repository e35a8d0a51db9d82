using OpenAI.Chat;

namespace Acme.Fallback;

public static class Answers
{
    public static async Task<string> AskAsync(string question)
    {
        var first = Clients.For("deepseek/deepseek-chat-v3");
        try
        {
            return (await first.CompleteChatAsync(question)).Value.Content[0].Text;
        }
        catch (System.ClientModel.ClientResultException)
        {
            ChatClient second = Clients.For("google/gemini-2.0-flash-001");
            return (await second.CompleteChatAsync(question)).Value.Content[0].Text;
        }
    }
}
