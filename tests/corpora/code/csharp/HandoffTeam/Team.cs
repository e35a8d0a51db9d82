using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.Agents.Orchestration.Handoff;

namespace Acme.Team;

public static class Team
{
    private static Kernel Kernel() => Microsoft.SemanticKernel.Kernel.CreateBuilder()
        .AddAzureOpenAIChatCompletion("team-4o", "https://acme-team.openai.azure.com", Environment.GetEnvironmentVariable("TEAM_KEY")!)
        .Build();

    public static HandoffOrchestration Create()
    {
        ChatCompletionAgent triage = new() { Name = "Triage", Instructions = "Decide who helps.", Kernel = Kernel() };
        ChatCompletionAgent orders = new() { Name = "Orders", Instructions = "You know all orders.", Kernel = Kernel() };
        ChatCompletionAgent returns = new() { Name = "Returns", Instructions = "You take things back.", Kernel = Kernel() };
        var handoffs = OrchestrationHandoffs.StartWith(triage).Add(triage, orders, returns).Add(orders, triage);
        return new HandoffOrchestration(handoffs, triage, orders, returns);
    }
}
