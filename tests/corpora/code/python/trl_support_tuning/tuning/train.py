import wandb
from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

BASE = "mistralai/Mistral-7B-Instruct-v0.3"
OUTPUT = "acme/mistral-support"


def main() -> None:
    wandb.init(project="support-tuning")
    data = load_dataset("acme/support-conversations", split="train")
    tokenizer = AutoTokenizer.from_pretrained(BASE)
    model = AutoModelForCausalLM.from_pretrained(BASE, device_map="auto")
    trainer = SFTTrainer(
        model=model,
        train_dataset=data,
        processing_class=tokenizer,
        peft_config=LoraConfig(r=16, lora_alpha=32, task_type="CAUSAL_LM"),
        args=SFTConfig(output_dir="checkpoints", num_train_epochs=2),
    )
    trainer.train()
    trainer.push_to_hub(OUTPUT)


if __name__ == "__main__":
    main()
