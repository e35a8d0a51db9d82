import boto3

from summaries.bedrock import Bedrock

s3 = boto3.client("s3")
SOURCE = "acme-transcripts"


def run(keys: list[str]) -> None:
    bedrock = Bedrock()
    for key in keys:
        text = s3.get_object(Bucket=SOURCE, Key=key)["Body"].read().decode()
        s3.put_object(Bucket="acme-summaries", Key=key + ".txt", Body=bedrock.summarise(text))
