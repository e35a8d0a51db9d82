package com.acme.units;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;

public final class UnitServer {
    private static final String SCHEMA = """
            {"type": "object", "properties": {"miles": {"type": "number"}}}
            """;

    public static void main(String[] args) {
        var transport = new StdioServerTransportProvider(new ObjectMapper());
        McpSyncServer server = McpServer.sync(transport)
                .serverInfo("units", "1.0.0")
                .capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
                .build();
        var kilometres = new McpSchema.Tool("to_kilometres", "Miles in kilometres", SCHEMA);
        server.addTool(new McpServerFeatures.SyncToolSpecification(kilometres, (exchange, arguments) -> {
            double miles = ((Number) arguments.get("miles")).doubleValue();
            return new McpSchema.CallToolResult(String.valueOf(miles * 1.609), false);
        }));
    }
}
