const example = `
import OpenAI from "openai";
const client = new OpenAI();
await client.chat.completions.create({ model: "gpt-4o", messages: [] });
`;

// const result = await streamText({ model: openai("gpt-4o-mini"), prompt });

export const prices = [
  { name: "gpt-4o", perMillion: 2.5 },
  { name: "claude-3-5-sonnet-20241022", perMillion: 3 },
];

export function Docs() {
  return (
    <main>
      <h1>Use any model, such as gpt-4o</h1>
      <pre>{example}</pre>
    </main>
  );
}
