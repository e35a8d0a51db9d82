import sagemaker
from sagemaker.huggingface import HuggingFace

role = sagemaker.get_execution_role()

estimator = HuggingFace(
    entry_point="finetune.py",
    source_dir="src",
    role=role,
    instance_type="ml.g5.2xlarge",
    instance_count=1,
    transformers_version="4.36",
    pytorch_version="2.1",
    py_version="py310",
    output_path="s3://acme-ml-artifacts/intent",
)

if __name__ == "__main__":
    estimator.fit({"train": "s3://acme-ml-data/intent/train"})
