using Acme.Crm;
using Microsoft.Agents.AI;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using OpenAI;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<CrmContext>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Crm")));
builder.Services.AddScoped<CrmTools>();
var app = builder.Build();

app.MapPost("/ask", async (string question, CrmTools tools) =>
{
    var chat = new OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY")).GetChatClient(builder.Configuration["Assistant:Model"] ?? "gpt-4o");
    AIAgent agent = new ChatClientAgent(chat.AsIChatClient(), instructions: "You help the sales team.", name: "Sales",
        tools: [AIFunctionFactory.Create(tools.FindCustomers), AIFunctionFactory.Create(tools.ForgetCustomer)]);
    return (await agent.RunAsync(question)).Text;
});
app.Run();
