import OpenAI from "openai";
import { MAX_COMMITS, MODELS } from "./constants";

const SYSTEM = "You write release notes for users, not for developers.";

export class ReleaseNotes {
  private readonly client: OpenAI;

  constructor(apiKey = process.env.NOTES_OPENAI_KEY) {
    this.client = new OpenAI({ apiKey, maxRetries: 3 });
  }

  async draft(commits: string[]): Promise<string> {
    const completion = await this.client.chat.completions.create({
      model: MODELS.draft,
      messages: [
        { role: "system", content: SYSTEM },
        { role: "user", content: commits.slice(0, MAX_COMMITS).join("\n") },
      ],
    });
    return completion.choices[0]?.message.content ?? "";
  }

  async polish(text: string): Promise<string> {
    const response = await this.client.responses.create({ model: MODELS.final, instructions: "Make it shorter without losing a fact.", input: text });
    return response.output_text;
  }
}
