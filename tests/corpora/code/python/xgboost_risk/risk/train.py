import polars as pl
import xgboost as xgb

FEATURES = ["income", "age", "open_loans"]


def main() -> None:
    loans = pl.read_parquet("data/loans.parquet").to_pandas()
    model = xgb.XGBClassifier(n_estimators=300, max_depth=4)
    model.fit(loans[FEATURES], loans["defaulted"])
    model.save_model("artifacts/risk.json")


if __name__ == "__main__":
    main()
