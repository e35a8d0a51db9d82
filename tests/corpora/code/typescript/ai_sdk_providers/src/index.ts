import { openai } from "@ai-sdk/openai";
import { embed, generateObject, generateText } from "ai";
import { z } from "zod";
import { privateModel, reader, writer } from "./models";

export async function press(release: string) {
  const { text } = await generateText({ model: writer, prompt: `Rewrite for the press:\n${release}` });
  return text;
}

export async function facts(pdf: Uint8Array) {
  const { object } = await generateObject({
    model: reader,
    schema: z.object({ facts: z.array(z.string()) }),
    messages: [{ role: "user", content: [{ type: "file", data: pdf, mediaType: "application/pdf" }] }],
  });
  return object.facts;
}

export const anonymise = (text: string) => generateText({ model: privateModel, system: "Replace all names of people by initials.", prompt: text });

export async function vector(value: string) {
  const { embedding } = await embed({ model: openai.textEmbeddingModel("text-embedding-3-small"), value });
  return embedding;
}
