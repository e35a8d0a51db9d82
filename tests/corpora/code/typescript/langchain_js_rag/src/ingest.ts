import { DirectoryLoader } from "langchain/document_loaders/fs/directory";
import { TextLoader } from "langchain/document_loaders/fs/text";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { OpenAIEmbeddings } from "@langchain/openai";
import { Chroma } from "@langchain/community/vectorstores/chroma";

export async function ingest() {
  const docs = await new DirectoryLoader("./manuals", { ".md": (path) => new TextLoader(path) }).load();
  const chunks = await new RecursiveCharacterTextSplitter({ chunkSize: 1000 }).splitDocuments(docs);
  const manuals = await Chroma.fromDocuments(chunks, new OpenAIEmbeddings({ model: "text-embedding-3-small" }), { collectionName: "manuals", url: "http://chroma:8000" });
  return manuals;
}
