using Microsoft.ML;

namespace Acme.Prices;

public sealed class PricePrediction
{
    public float Score { get; set; }
}

public sealed class Predictor
{
    private readonly PredictionEngine<House, PricePrediction> _engine;

    public Predictor()
    {
        var ml = new MLContext();
        var model = ml.Model.Load(Trainer.ModelPath, out _);
        _engine = ml.Model.CreatePredictionEngine<House, PricePrediction>(model);
    }

    public float Predict(House house) => _engine.Predict(house).Score;
}
