import { Injectable } from "@nestjs/common";
import { AzureOpenAI } from "openai";

const DEPLOYMENT = process.env.AZURE_OPENAI_DEPLOYMENT ?? "summaries-4o";

@Injectable()
export class SummaryService {
  private readonly azure = new AzureOpenAI({
    endpoint: "https://acme-eu.openai.azure.com",
    apiKey: process.env.AZURE_OPENAI_API_KEY,
    apiVersion: "2024-10-21",
  });

  async summarise(text: string): Promise<string | null> {
    const { choices } = await this.azure.chat.completions.create({
      model: DEPLOYMENT,
      messages: [
        { role: "system", content: `Summarise in ${this.language()}.` },
        { role: "user", content: text },
      ],
    });
    return choices[0].message.content;
  }

  private language(): string {
    return "English";
  }
}
