import OpenAI from "openai";

const client = new OpenAI({ baseURL: "https://api.together.xyz/v1", apiKey: process.env.TOGETHER_API_KEY });

export async function complete(model: string, prompt: string) {
  const stream = await client.chat.completions.create({ model, stream: true, messages: [{ role: "user", content: prompt }] });
  let text = "";
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? "";
  }
  return text;
}
