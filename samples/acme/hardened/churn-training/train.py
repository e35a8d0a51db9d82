"""Retrains the churn model on last night's events."""

import mlflow
import pandas as pd
from xgboost import XGBClassifier

EVENTS = "s3://acme-training-data/exports/events.csv"
MODEL = "churn-model-hardened"


def main() -> None:
    events = pd.read_csv(EVENTS)
    features = events.drop(columns=["customer_id", "email", "churned"])
    model = XGBClassifier(n_estimators=300, max_depth=6)
    model.fit(features, events["churned"])

    with mlflow.start_run():
        mlflow.xgboost.log_model(model, "model", registered_model_name=MODEL)


if __name__ == "__main__":
    main()
