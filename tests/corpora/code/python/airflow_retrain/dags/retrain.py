from datetime import datetime

from airflow.decorators import dag, task


@dag(schedule="@weekly", start_date=datetime(2025, 1, 1), catchup=False)
def retrain_ranker():
    @task
    def extract() -> str:
        return "data/clicks.parquet"

    @task
    def train(path: str) -> None:
        import joblib
        import pandas as pd
        from sklearn.linear_model import SGDClassifier

        clicks = pd.read_parquet("data/clicks.parquet")
        ranker = SGDClassifier(loss="log_loss")
        ranker.fit(clicks[["position", "price"]], clicks["clicked"])
        joblib.dump(ranker, "models/ranker.joblib")

    train(extract())


retrain_ranker()
