using Microsoft.AspNetCore.Mvc;

namespace Acme.Office;

public sealed class HomeController : Controller
{
    // var client = new OpenAI.Chat.ChatClient("gpt-4o", key);
    private static readonly string Sample = """
        using OpenAI.Chat;
        var chat = new ChatClient("gpt-4o-mini", "key");
        """;

    public IActionResult Index()
    {
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", "none");
        var agent = new ChatCompletionAgent("Bob", "Shows houses.");
        return View(model: $"{agent.Name} {kernel} {Sample}");
    }
}
