from vllm import LLM, SamplingParams

engine = LLM(model="google/gemma-2-2b-it")


def shorten(text: str) -> str:
    return engine.generate([f"Shorten: {text}"], SamplingParams(max_tokens=80))[0].outputs[0].text
