using System.ClientModel;
using Acme.Minutes;
using Azure.AI.OpenAI;
using Microsoft.Extensions.AI;

var builder = WebApplication.CreateBuilder(args);
var azure = new AzureOpenAIClient(
    new Uri("https://acme-minutes.openai.azure.com"),
    new ApiKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY")!));

builder.Services.AddChatClient(azure.GetChatClient("minutes-gpt4o").AsIChatClient()).UseFunctionInvocation().UseLogging();
builder.Services.AddScoped<MinuteTaker>();

var app = builder.Build();
app.MapPost("/minutes", async (Transcript transcript, MinuteTaker taker) => await taker.WriteAsync(transcript.Text));
app.Run();
