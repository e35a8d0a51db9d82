import Anthropic from "@anthropic-ai/sdk";
import type { MessageParam, Tool } from "@anthropic-ai/sdk/resources/messages";
import { readFile } from "node:fs/promises";

const client = new Anthropic({ apiKey: process.env.ANTHROPIC_API_KEY });
const MODEL = process.env.CLAUDE_MODEL || "claude-3-7-sonnet-20250219";

async function read_page(name: string) {
  return readFile(`pages/${name}.md`, "utf8");
}

const tools: Tool[] = [
  { name: "read_page", description: "Read a page of the wiki.", input_schema: { type: "object", properties: { name: { type: "string" } } } },
];

export async function converse(text: string): Promise<string> {
  const messages: MessageParam[] = [{ role: "user", content: text }];
  for (;;) {
    const reply = await client.messages.create({ model: MODEL, max_tokens: 2048, system: "You know our wiki.", messages, tools });
    if (reply.stop_reason !== "tool_use") {
      return reply.content.map((b) => (b.type === "text" ? b.text : "")).join("");
    }
    messages.push({ role: "assistant", content: reply.content });
    for (const block of reply.content) {
      if (block.type === "tool_use") {
        const page = await read_page((block.input as { name: string }).name);
        messages.push({ role: "user", content: [{ type: "tool_result", tool_use_id: block.id, content: page }] });
      }
    }
  }
}
