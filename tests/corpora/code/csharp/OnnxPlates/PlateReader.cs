using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Acme.Plates;

public sealed class PlateReader : IDisposable
{
    private readonly InferenceSession _session = new("models/plates.onnx", new SessionOptions { InterOpNumThreads = 1 });

    public float[] Read(DenseTensor<float> picture)
    {
        using var results = _session.Run([NamedOnnxValue.CreateFromTensor("input", picture)]);
        return [.. results[0].AsEnumerable<float>()];
    }

    public void Dispose() => _session.Dispose();
}
