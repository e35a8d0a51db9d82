using OpenAI.Chat;
using Xunit;

namespace Acme.Text.Tests;

public sealed class SlugTests
{
    [Fact]
    public async Task A_title_of_a_model_becomes_a_slug()
    {
        var client = new ChatClient("gpt-3.5-turbo", "key");
        ChatCompletion completion = await client.CompleteChatAsync("A title");
        Assert.DoesNotContain(' ', Slug.Of(completion.Content[0].Text));
    }
}
