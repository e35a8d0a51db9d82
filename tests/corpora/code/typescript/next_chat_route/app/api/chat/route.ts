import { openai } from "@ai-sdk/openai";
import { convertToModelMessages, stepCountIs, streamText, type UIMessage } from "ai";
import { emailReceipt, findOrder } from "@/lib/tools";

export const maxDuration = 30;

export async function POST(req: Request) {
  const { messages }: { messages: UIMessage[] } = await req.json();
  const result = streamText({
    model: openai("gpt-4o"),
    system: "You help customers of our shop with their orders.",
    messages: convertToModelMessages(messages),
    tools: { findOrder, emailReceipt },
    stopWhen: stepCountIs(5),
  });
  return result.toUIMessageStreamResponse();
}
