import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { RunnableSequence } from "@langchain/core/runnables";
import { ChatAnthropic } from "@langchain/anthropic";
import { ingest } from "./ingest";

const manualPrompt = ChatPromptTemplate.fromMessages([
  ["system", "Answer from these pages of our manuals: {context}"],
  ["human", "{question}"],
]);

const model = new ChatAnthropic({ model: "claude-3-5-haiku-latest", temperature: 0 });

export async function answer(question: string): Promise<string> {
  const retriever = (await ingest()).asRetriever({ k: 4 });
  const chain = RunnableSequence.from([
    { context: async (q: string) => (await retriever.invoke(q)).map((d) => d.pageContent).join("\n"), question: (q: string) => q },
    manualPrompt,
    model,
    new StringOutputParser(),
  ]);
  return chain.invoke(question);
}
