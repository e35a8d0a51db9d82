import { Pinecone } from "@pinecone-database/pinecone";
import OpenAI from "openai";

const openai = new OpenAI();
const pinecone = new Pinecone({ apiKey: process.env.PINECONE_API_KEY! });
const listings = pinecone.index("listings");

export async function embed(input: string): Promise<number[]> {
  const { data } = await openai.embeddings.create({ model: "text-embedding-ada-002", input });
  return data[0].embedding;
}

export async function similar(text: string) {
  const found = await listings.query({ vector: await embed(text), topK: 10, includeMetadata: true });
  return found.matches.map((m) => m.id);
}
