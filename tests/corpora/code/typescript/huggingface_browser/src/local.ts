import { env, pipeline } from "@huggingface/transformers";

env.allowLocalModels = false;
const MODEL = "Xenova/distilbert-base-uncased-finetuned-sst-2-english";

export async function mood(text: string) {
  const classify = await pipeline("sentiment-analysis", MODEL);
  return classify(text);
}
