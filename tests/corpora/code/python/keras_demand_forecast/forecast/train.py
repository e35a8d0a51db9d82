import pandas as pd
from tensorflow import keras
from tensorflow.keras import layers

SOURCE = "s3://acme-warehouse/demand/2025.parquet"
TARGET = "models/demand.keras"


def build(features: int) -> keras.Model:
    network = keras.Sequential([layers.Input((features,)), layers.Dense(64, activation="relu"), layers.Dense(1)])
    network.compile(optimizer="adam", loss="mae")
    return network


def main() -> None:
    frame = pd.read_parquet(SOURCE)
    features, target = frame.drop(columns="units"), frame["units"]
    network = build(features.shape[1])
    network.fit(features, target, epochs=20, validation_split=0.1)
    network.save(TARGET)


if __name__ == "__main__":
    main()
