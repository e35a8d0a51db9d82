import { groq, Names } from "./index";

export async function translate(text: string, to: string) {
  const completion = await groq.chat.completions.create({
    model: Names.Large,
    messages: [{ role: "user", content: `Translate to ${to}: ${text}` }],
  });
  return completion.choices[0].message.content;
}
