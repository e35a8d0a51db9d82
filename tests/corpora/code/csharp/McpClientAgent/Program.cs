using Microsoft.Extensions.AI;
using ModelContextProtocol.Client;
using OpenAI;

var transport = new StdioClientTransport(new StdioClientTransportOptions
{
    Name = "github",
    Command = "npx",
    Arguments = ["-y", "@modelcontextprotocol/server-github@2025.4.8"],
});

await using var mcp = await McpClientFactory.CreateAsync(transport);
var tools = await mcp.ListToolsAsync();

using IChatClient client = new OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY"))
    .GetChatClient("gpt-4o")
    .AsIChatClient()
    .AsBuilder()
    .UseFunctionInvocation()
    .Build();

var answer = await client.GetResponseAsync("Which of my issues are oldest?", new ChatOptions { Tools = [.. tools] });
Console.WriteLine(answer.Text);
