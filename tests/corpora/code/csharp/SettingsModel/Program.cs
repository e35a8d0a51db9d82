using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OllamaSharp;

var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json").Build();
IChatClient chat = new OllamaApiClient(new Uri(configuration["Llm:Endpoint"]!), configuration["Llm:Model"]!);

Console.WriteLine(await chat.GetResponseAsync("A haiku about settings."));
