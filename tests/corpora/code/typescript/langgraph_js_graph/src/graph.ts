import { END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
import { DynamicStructuredTool } from "@langchain/core/tools";
import type { AIMessage } from "@langchain/core/messages";
import { z } from "zod";

const stock = new DynamicStructuredTool({
  name: "stock_level",
  description: "How many pieces are left.",
  schema: z.object({ sku: z.string() }),
  func: async ({ sku }) => String(sku.length),
});

const tools = [stock];
const model = new ChatGoogleGenerativeAI({ model: "gemini-2.0-flash" }).bindTools(tools);

async function callModel(state: typeof MessagesAnnotation.State) {
  return { messages: [await model.invoke(state.messages)] };
}

function next(state: typeof MessagesAnnotation.State) {
  const last = state.messages.at(-1) as AIMessage;
  return last.tool_calls?.length ? "tools" : END;
}

const workflow = new StateGraph(MessagesAnnotation)
  .addNode("agent", callModel)
  .addNode("tools", new ToolNode(tools))
  .addEdge(START, "agent")
  .addConditionalEdges("agent", next)
  .addEdge("tools", "agent");

export const app = workflow.compile();
