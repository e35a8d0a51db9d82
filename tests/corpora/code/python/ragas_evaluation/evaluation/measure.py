from datasets import load_dataset
from langchain_openai import ChatOpenAI
from ragas import evaluate
from ragas.llms import LangchainLLMWrapper
from ragas.metrics import answer_relevancy, faithfulness

JUDGE = "gpt-4o"


def measure():
    golden = load_dataset("acme/golden-answers", split="test")
    judge = LangchainLLMWrapper(ChatOpenAI(model=JUDGE))
    return evaluate(golden, metrics=[faithfulness, answer_relevancy], llm=judge)


if __name__ == "__main__":
    print(measure())
