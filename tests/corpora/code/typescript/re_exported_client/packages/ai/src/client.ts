import Groq from "groq-sdk";

export function makeClient() {
  return new Groq({ apiKey: process.env.GROQ_API_KEY });
}

export default makeClient();
