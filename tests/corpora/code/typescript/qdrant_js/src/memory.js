const { QdrantClient } = require("@qdrant/js-client-rest");
const { Ollama } = require("ollama");

const COLLECTION = "memories";
const qdrant = new QdrantClient({ url: "http://qdrant:6333" });
const ollama = new Ollama({ host: "http://localhost:11434" });

async function vectorOf(text) {
  const { embeddings } = await ollama.embed({ model: "nomic-embed-text", input: text });
  return embeddings[0];
}

async function remember(id, text) {
  await qdrant.upsert(COLLECTION, { points: [{ id, vector: await vectorOf(text), payload: { text } }] });
}

async function recall(text) {
  const hits = await qdrant.search(COLLECTION, { vector: await vectorOf(text), limit: 5 });
  const { message } = await ollama.chat({ model: "llama3.2", messages: [{ role: "user", content: `${JSON.stringify(hits)}\n${text}` }] });
  return message.content;
}

module.exports = { remember, recall };
