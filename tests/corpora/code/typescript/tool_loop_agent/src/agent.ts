import { Experimental_Agent as Agent, stepCountIs, tool } from "ai";
import { anthropic } from "@ai-sdk/anthropic";
import { rm } from "node:fs/promises";
import { z } from "zod";

const removeFile = tool({
  description: "Remove a file of the workspace.",
  inputSchema: z.object({ path: z.string() }),
  needsApproval: true,
  execute: async ({ path }) => {
    await rm(path, { force: true });
    return "removed";
  },
});

export const janitor = new Agent({
  model: anthropic("claude-haiku-4-5"),
  system: "Keep the workspace tidy.",
  tools: { removeFile },
  stopWhen: stepCountIs(10),
});
