export { default as groq, makeClient } from "./client";
export * from "./names";
