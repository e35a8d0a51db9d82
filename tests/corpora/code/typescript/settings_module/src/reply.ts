import Anthropic from "@anthropic-ai/sdk";
import { config } from "./env";

const anthropic = new Anthropic({ apiKey: config.anthropicKey });

export async function reply(text: string) {
  const message = await anthropic.messages.create({
    model: config.model,
    max_tokens: config.maxTokens,
    messages: [{ role: "user", content: text }],
  });
  return message.content.filter((b) => b.type === "text").map((b) => b.text).join("");
}
