using Microsoft.ML;
using Microsoft.ML.Data;

namespace Acme.Prices;

public sealed class House
{
    [LoadColumn(0)] public float Size { get; set; }
    [LoadColumn(1)] public float Rooms { get; set; }
    [LoadColumn(2)] public float Price { get; set; }
}

public static class Trainer
{
    public const string ModelPath = "models/prices.zip";

    public static void Train()
    {
        var ml = new MLContext(seed: 1);
        IDataView houses = ml.Data.LoadFromTextFile<House>("data/houses.csv", separatorChar: ',', hasHeader: true);
        var pipeline = ml.Transforms.Concatenate("Features", nameof(House.Size), nameof(House.Rooms))
            .Append(ml.Regression.Trainers.FastTree(labelColumnName: nameof(House.Price)));
        ITransformer model = pipeline.Fit(houses);
        ml.Model.Save(model, houses.Schema, ModelPath);
    }
}
