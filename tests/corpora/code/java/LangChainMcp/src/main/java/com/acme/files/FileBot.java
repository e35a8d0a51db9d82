package com.acme.files;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.service.AiServices;
import java.util.List;

public class FileBot {
    interface Bot {
        String chat(String text);
    }

    public static void main(String[] args) throws Exception {
        OllamaChatModel llama = OllamaChatModel.builder().baseUrl("http://localhost:11434").modelName("llama3.1").build();
        McpTransport transport = new StdioMcpTransport.Builder()
                .command(List.of("npx", "-y", "@modelcontextprotocol/server-filesystem", "/srv/share"))
                .logEvents(true)
                .build();
        McpClient client = new DefaultMcpClient.Builder().transport(transport).build();
        Bot bot = AiServices.builder(Bot.class)
                .chatModel(llama)
                .toolProvider(McpToolProvider.builder().mcpClients(List.of(client)).build())
                .build();
        System.out.println(bot.chat(args[0]));
    }
}
