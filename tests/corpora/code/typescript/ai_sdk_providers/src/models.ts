import { anthropic } from "@ai-sdk/anthropic";
import { google } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";

const local = createOpenAI({ baseURL: process.env.VLLM_URL ?? "http://gpu-1:8000/v1", apiKey: "none" });

export const writer = anthropic("claude-sonnet-4-20250514");
export const reader = google("gemini-2.5-pro");
export const privateModel = local("Qwen/Qwen2.5-7B-Instruct");
