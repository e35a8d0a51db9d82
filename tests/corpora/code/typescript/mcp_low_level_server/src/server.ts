import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { readPage } from "./wiki.js";

const server = new Server({ name: "wiki", version: "0.2.0" }, { capabilities: { tools: {} } });

server.setRequestHandler(ListToolsRequestSchema, async () => ({
  tools: [{ name: "read_page", description: "Read a page", inputSchema: { type: "object", properties: { title: { type: "string" } } } }],
}));

server.setRequestHandler(CallToolRequestSchema, async (request) => {
  if (request.params.name !== "read_page") throw new Error("unknown tool");
  return { content: [{ type: "text", text: await readPage(String(request.params.arguments?.title)) }] };
});

await server.connect(new StdioServerTransport());
