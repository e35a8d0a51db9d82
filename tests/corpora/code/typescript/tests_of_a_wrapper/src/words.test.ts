import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";
import { describe, expect, it, vi } from "vitest";
import { words } from "./words";

vi.mock("some-module", () => ({ run: vi.fn() }));

describe("words", () => {
  it("counts what a model writes", async () => {
    const { text } = await generateText({ model: openai("gpt-3.5-turbo"), prompt: "Write three words." });
    expect(words(text)).toBe(3);
  });
});
