from openai import OpenAI

print(OpenAI().chat.completions.create(model="shop-17", messages=["monday"]))
