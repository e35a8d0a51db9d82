using Microsoft.Extensions.AI;

namespace Acme.Minutes;

public sealed record Transcript(string Text);

public sealed class MinuteTaker(IChatClient chat)
{
    public async Task<string> WriteAsync(string transcript)
    {
        List<ChatMessage> messages =
        [
            new(ChatRole.System, "Write the minutes of a meeting: decisions first."),
            new(ChatRole.User, transcript),
        ];
        var response = await chat.GetResponseAsync(messages);
        return response.Text;
    }
}
