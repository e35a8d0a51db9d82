import { Agent, generateText, tool } from "./agent";

const broker = new Agent({ name: "Broker", model: "senior", instructions: "You are a broker.", tools: [tool({ name: "phone", model: "gpt-4o" })] });
console.log(generateText({ model: "gpt-4o", prompt: broker.options.name }));
