import mlflow
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

mlflow.set_tracking_uri("http://mlflow.acme.internal:5000")


def train() -> None:
    customers = pd.read_csv("data/customers.csv")
    x_train, x_test, y_train, y_test = train_test_split(customers.drop(columns="churned"), customers["churned"])
    encode = ColumnTransformer([("plan", OneHotEncoder(), ["plan"])], remainder="passthrough")
    classifier = Pipeline([("encode", encode), ("boost", GradientBoostingClassifier())])
    with mlflow.start_run():
        classifier.fit(x_train, y_train)
        mlflow.log_metric("accuracy", classifier.score(x_test, y_test))
        mlflow.sklearn.log_model(classifier, "model", registered_model_name="churn")


if __name__ == "__main__":
    train()
