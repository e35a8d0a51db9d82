#!/usr/bin/env node
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { db } from "./db.js";

const server = new McpServer({ name: "inventory", version: "1.0.0" });

server.registerTool(
  "count_stock",
  { title: "Count stock", description: "How many are left.", inputSchema: { sku: z.string() } },
  async ({ sku }) => {
    const row = db.prepare("SELECT pieces FROM stock WHERE sku = ?").get(sku) as { pieces: number };
    return { content: [{ type: "text", text: String(row.pieces) }] };
  },
);

server.tool("write_off", { sku: z.string(), pieces: z.number() }, async ({ sku, pieces }) => {
  db.prepare("UPDATE stock SET pieces = pieces - ? WHERE sku = ?").run(pieces, sku);
  return { content: [{ type: "text", text: "done" }] };
});

await server.connect(new StdioServerTransport());
