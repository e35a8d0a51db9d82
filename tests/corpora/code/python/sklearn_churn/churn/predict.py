import mlflow.pyfunc
import pandas as pd

MODEL_URI = "models:/churn/Production"


def predict(rows: list[dict]) -> list[float]:
    model = mlflow.pyfunc.load_model(MODEL_URI)
    return list(model.predict(pd.DataFrame(rows)))
