import { MemorySaver } from "@langchain/langgraph";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { ChatOpenAI } from "@langchain/openai";
import * as tools from "./tools";

const llm = new ChatOpenAI({ model: "gpt-4o-mini", temperature: 0 });

export const historian = createReactAgent({
  llm,
  tools: [tools.gitLog, tools.openIssue],
  prompt: "You explain why a file looks the way it does.",
  checkpointer: new MemorySaver(),
});
