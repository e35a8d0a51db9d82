import { openai } from "@ai-sdk/openai";
import { Agent } from "@mastra/core/agent";
import { forecastTool } from "../tools/forecast";

export const weatherAgent = new Agent({
  name: "weather",
  instructions: "You tell people what to wear. Always look at the forecast first.",
  model: openai("gpt-4o-mini"),
  tools: { forecastTool },
});
