import { createTool } from "@mastra/core/tools";
import { z } from "zod";

export const forecastTool = createTool({
  id: "get-forecast",
  description: "The forecast of a place.",
  inputSchema: z.object({ place: z.string() }),
  outputSchema: z.object({ celsius: z.number() }),
  execute: async ({ context }) => {
    const reply = await fetch(`https://api.open-meteo.com/v1/forecast?q=${encodeURIComponent(context.place)}`);
    return (await reply.json()) as { celsius: number };
  },
});
