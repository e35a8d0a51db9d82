using Anthropic.SDK;
using Anthropic.SDK.Messaging;

namespace Acme.Letters;

public sealed class LetterWriter
{
    private readonly AnthropicClient _claude = new(Environment.GetEnvironmentVariable("CLAUDE_KEY"));

    public async Task<string> WriteAsync(string recipient, string matter)
    {
        var parameters = new MessageParameters
        {
            Model = "claude-3-5-sonnet-20241022",
            MaxTokens = 1024,
            System = [new SystemMessage("""
                You write letters of a law firm.
                Be polite and short.
                """)],
            Messages = [new Message(RoleType.User, $"To {recipient} about {matter}")],
        };
        var reply = await _claude.Messages.GetClaudeMessageAsync(parameters);
        return reply.Message.ToString();
    }
}
