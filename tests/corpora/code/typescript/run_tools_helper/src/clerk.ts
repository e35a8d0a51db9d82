import OpenAI from "openai";

export class Clerk {
  #client = new OpenAI();

  async answer(question: string) {
    const runner = this.#client.chat.completions.runTools({
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: question }],
      tools: [
        {
          type: "function",
          function: { name: "openingHours", function: this.openingHours, parse: JSON.parse, description: "When we are open", parameters: { type: "object", properties: { day: { type: "string" } } } },
        },
      ],
    });
    return runner.finalContent();
  }

  private openingHours({ day }: { day: string }) {
    return day === "sunday" ? "closed" : "9-17";
  }
}
