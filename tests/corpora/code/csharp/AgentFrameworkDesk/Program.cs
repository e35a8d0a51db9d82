using Acme.Desk;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using OpenAI;

const string Deployment = "desk-4o-mini";
var chat = new AzureOpenAIClient(new Uri("https://acme-desk.openai.azure.com"), new DefaultAzureCredential()).GetChatClient(Deployment);

AIAgent directory = chat.CreateAIAgent(
    instructions: "You know who works here.",
    name: "Directory",
    tools: [AIFunctionFactory.Create(Tools.FindEmployee)]);

AIAgent desk = chat.CreateAIAgent(
    instructions: "You take messages for employees.",
    name: "Desk",
    tools: [directory.AsAIFunction(), new ApprovalRequiredAIFunction(AIFunctionFactory.Create(Tools.SendMail))]);

Console.WriteLine(await desk.RunAsync("Tell Marie that her visitor has come."));
