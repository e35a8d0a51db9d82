using Acme.Hotel;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

var builder = Kernel.CreateBuilder();
builder.AddOpenAIChatCompletion("gpt-4.1", Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
builder.Plugins.AddFromType<RoomsPlugin>();
var kernel = builder.Build();

ChatCompletionAgent clerk = new()
{
    Name = "Clerk",
    Instructions = "You are the clerk at the desk of a hotel.",
    Kernel = kernel,
    Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }),
};

await foreach (var reply in clerk.InvokeAsync(new ChatMessageContent(AuthorRole.User, Console.ReadLine())))
    Console.WriteLine(reply.Message.Content);
