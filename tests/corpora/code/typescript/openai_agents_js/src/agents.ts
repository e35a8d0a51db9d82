import { Agent, handoff, MCPServerStdio, webSearchTool } from "@openai/agents";
import { refund } from "./tools";

export const files = new MCPServerStdio({ name: "files", command: "npx", args: ["-y", "@modelcontextprotocol/server-filesystem", "./faq"] });

export const refunds = new Agent({ name: "Refunds", instructions: "Decide on refunds by the policy.", model: "gpt-4.1", tools: [refund] });

export const faq = new Agent({ name: "Faq", instructions: "Answer from the files.", model: "gpt-4.1-mini", mcpServers: [files], tools: [webSearchTool()] });

export const triage = Agent.create({
  name: "Triage",
  instructions: "Send the customer to the right agent.",
  model: "gpt-4.1-mini",
  handoffs: [handoff(refunds), faq],
});
