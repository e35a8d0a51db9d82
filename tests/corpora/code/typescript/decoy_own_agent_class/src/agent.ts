export interface Tool {
  name: string;
  model: string;
}

export class Agent {
  constructor(readonly options: { name: string; model: string; tools: Tool[]; instructions?: string }) {}
}

export function generateText(options: { model: string; prompt: string }): string {
  return `${options.model}: ${options.prompt}`;
}

export const tool = (t: Tool) => t;
