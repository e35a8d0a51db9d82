import { InferenceClient } from "@huggingface/inference";

const hf = new InferenceClient(process.env.HF_TOKEN);

export async function reply(text: string) {
  const { choices } = await hf.chatCompletion({
    model: "meta-llama/Llama-3.1-8B-Instruct",
    messages: [{ role: "user", content: text }],
    max_tokens: 200,
  });
  return choices[0].message.content;
}
