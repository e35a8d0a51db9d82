import { BedrockRuntimeClient, ConverseCommand, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const bedrock = new BedrockRuntimeClient({ region: "eu-west-1" });
const s3 = new S3Client({});
const CHAT_MODEL = "anthropic.claude-3-5-sonnet-20240620-v1:0";
const BUCKET = "acme-call-notes";

async function embed(text) {
  const command = new InvokeModelCommand({ modelId: "amazon.titan-embed-text-v1", contentType: "application/json", body: JSON.stringify({ inputText: text }) });
  const reply = await bedrock.send(command);
  return JSON.parse(new TextDecoder().decode(reply.body)).embedding;
}

export const handler = async (event) => {
  const reply = await bedrock.send(
    new ConverseCommand({
      modelId: CHAT_MODEL,
      system: [{ text: "Write the notes of a call." }],
      messages: [{ role: "user", content: [{ text: event.transcript }] }],
    }),
  );
  const notes = reply.output.message.content[0].text;
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `${event.id}.json`, Body: JSON.stringify({ notes, vector: await embed(notes) }) }));
  return { id: event.id };
};
