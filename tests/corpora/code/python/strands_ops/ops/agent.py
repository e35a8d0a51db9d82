import boto3
from strands import Agent, tool
from strands.models import BedrockModel
from strands_tools import shell

nova = BedrockModel(model_id="us.amazon.nova-pro-v1:0", temperature=0.1)


@tool
def restart(instance_id: str) -> str:
    """Restart an instance.

    Args:
        instance_id: The instance.
    """
    boto3.client("ec2").reboot_instances(InstanceIds=[instance_id])
    return "restarting"


operator = Agent(model=nova, tools=[shell, restart], system_prompt="You keep our servers running. Explain before you act.")


def handler(event, context):
    return str(operator(event["prompt"]))
