import { query, type Options } from "@anthropic-ai/claude-agent-sdk";

const options: Options = {
  model: "claude-opus-4-1",
  systemPrompt: "You fix failing builds.",
  allowedTools: ["Read", "Edit", "Bash"],
  permissionMode: "bypassPermissions",
  mcpServers: {
    ci: { type: "http", url: "https://ci.acme.com/mcp" },
  },
};

export async function fix(log: string) {
  for await (const message of query({ prompt: `The build failed:\n${log}`, options })) {
    if (message.type === "result" && message.subtype === "success") return message.result;
  }
}
