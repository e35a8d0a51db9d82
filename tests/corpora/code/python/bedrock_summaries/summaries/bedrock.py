import json

import boto3

HAIKU = "anthropic.claude-3-haiku-20240307-v1:0"
TITAN = "amazon.titan-embed-text-v2:0"


class Bedrock:
    def __init__(self, region: str = "eu-central-1"):
        self.runtime = boto3.client("bedrock-runtime", region_name=region)

    def summarise(self, text: str) -> str:
        reply = self.runtime.converse(
            modelId=HAIKU,
            messages=[{"role": "user", "content": [{"text": f"Summarise:\n{text}"}]}],
            inferenceConfig={"maxTokens": 400},
        )
        return reply["output"]["message"]["content"][0]["text"]

    def embed(self, text: str) -> list[float]:
        reply = self.runtime.invoke_model(modelId=TITAN, body=json.dumps({"inputText": text}))
        return json.loads(reply["body"].read())["embedding"]
