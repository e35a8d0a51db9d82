import json

import boto3

runtime = boto3.client("sagemaker-runtime")


def intent(text: str) -> str:
    reply = runtime.invoke_endpoint(EndpointName="intent-prod", ContentType="application/json", Body=json.dumps({"inputs": text}))
    return json.loads(reply["Body"].read())[0]["label"]
