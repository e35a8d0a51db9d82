import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer, pipeline

TOXICITY = "unitary/toxic-bert"
REVISION = "4d6c22e74ba2fdd26bc4f7238f50766b045a0d94"

tokenizer = AutoTokenizer.from_pretrained(TOXICITY, revision=REVISION)
toxicity = AutoModelForSequenceClassification.from_pretrained(TOXICITY, revision=REVISION)
language = pipeline("text-classification", model="papluca/xlm-roberta-base-language-detection")


def score(text: str) -> dict:
    with torch.no_grad():
        logits = toxicity(**tokenizer(text, return_tensors="pt", truncation=True)).logits
    return {"toxic": torch.sigmoid(logits)[0, 0].item(), "language": language(text)[0]["label"]}
