import xgboost as xgb
from flask import Flask, jsonify, request

app = Flask(__name__)
booster = xgb.Booster()
booster.load_model("artifacts/risk.json")


@app.post("/score")
def score():
    row = request.get_json()
    return jsonify(score=float(booster.predict(xgb.DMatrix([[row["income"], row["age"], row["open_loans"]]]))[0]))
