import { ai, z } from "./ai";

const dishes = ai.defineTool(
  { name: "todaysDishes", description: "What the kitchen offers today.", inputSchema: z.object({ vegan: z.boolean() }), outputSchema: z.array(z.string()) },
  async ({ vegan }) => (vegan ? ["soup"] : ["soup", "fish"]),
);

export const suggest = ai.defineFlow({ name: "suggest", inputSchema: z.string(), outputSchema: z.string() }, async (guest) => {
  const { text } = await ai.generate({
    system: "You are the waiter of a small restaurant.",
    prompt: `Suggest a menu for: ${guest}`,
    tools: [dishes],
  });
  return text;
});
