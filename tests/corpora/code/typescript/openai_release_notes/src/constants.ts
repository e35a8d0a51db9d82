export const MODELS = {
  draft: "gpt-4.1-mini",
  final: "gpt-4.1",
} as const;

export const MAX_COMMITS = 200;
