import { openai, OpenAIEmbedding } from "@llamaindex/openai";
import { agent } from "@llamaindex/workflow";
import { Settings, tool, VectorStoreIndex } from "llamaindex";
import { SimpleDirectoryReader } from "@llamaindex/readers/directory";
import { z } from "zod";

Settings.llm = openai({ model: "gpt-4o" });
Settings.embedModel = new OpenAIEmbedding({ model: "text-embedding-3-large" });

const documents = await new SimpleDirectoryReader().loadData("./minutes");
const minutes = await VectorStoreIndex.fromDocuments(documents);
const engine = minutes.asQueryEngine();

const vote = tool({
  name: "count_votes",
  description: "Count the votes of a motion.",
  parameters: z.object({ motion: z.string() }),
  execute: ({ motion }) => motion.length,
});

export const secretary = agent({ llm: openai({ model: "gpt-4o" }), tools: [vote], systemPrompt: "You know what was decided." });

export async function ask(question: string) {
  const [found, said] = await Promise.all([engine.query({ query: question }), secretary.run(question)]);
  return `${found}\n${said.data.result}`;
}
