using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Acme.Sql;

public static class Assistant
{
    public static AIAgent Create(string key)
    {
        var tool = new SqlTool();
        return new OpenAIClient(key)
            .GetChatClient("gpt-4.1")
            .CreateAIAgent(name: "Analyst", instructions: "You answer questions about sales.", tools: [AIFunctionFactory.Create(tool.RunQuery, name: "run_query")]);
    }
}
