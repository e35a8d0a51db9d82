import { useState } from "react";

export function Page({ agent }: { agent: string }) {
  const [model, setModel] = useState("claude-haiku-4-5");
  return <select value={model} onChange={(e) => setModel(e.target.value)}><option>{agent}</option></select>;
}
