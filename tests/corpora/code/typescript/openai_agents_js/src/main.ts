import { run } from "@openai/agents";
import { files, triage } from "./agents";

await files.connect();
const result = await run(triage, process.argv[2] ?? "I want my money back");
console.log(result.finalOutput);
await files.close();
