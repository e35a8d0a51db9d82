import "dotenv/config";

export const config = {
  model: process.env.CHAT_MODEL!,
  maxTokens: Number(process.env.MAX_TOKENS ?? 500),
  anthropicKey: process.env.ANTHROPIC_API_KEY,
};
