import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { experimental_createMCPClient as createMCPClient, generateText, stepCountIs } from "ai";
import { json, type RequestHandler } from "@sveltejs/kit";

const openrouter = createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });

export const POST: RequestHandler = async ({ request }) => {
  const { goal } = await request.json();
  const client = await createMCPClient({ transport: { type: "sse", url: "https://maps.acme.com/sse" } });
  const { text } = await generateText({
    model: openrouter("anthropic/claude-3.7-sonnet"),
    prompt: `Plan a walk: ${goal}`,
    tools: await client.tools(),
    stopWhen: stepCountIs(4),
  });
  await client.close();
  return json({ text });
};
