from datasets import load_dataset
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer, TrainingArguments

BASE_MODEL = "Qwen/Qwen2.5-1.5B"


def main() -> None:
    tokenizer = AutoTokenizer.from_pretrained(BASE_MODEL)
    base = AutoModelForCausalLM.from_pretrained(BASE_MODEL)
    model = get_peft_model(base, LoraConfig(task_type="CAUSAL_LM", r=8))
    notes = load_dataset("json", data_files="data/notes.jsonl", split="train")
    tokens = notes.map(lambda row: tokenizer(row["text"], truncation=True))
    trainer = Trainer(model=model, train_dataset=tokens, args=TrainingArguments("out", num_train_epochs=1))
    trainer.train()
    model.save_pretrained("adapters/notes")


if __name__ == "__main__":
    main()
