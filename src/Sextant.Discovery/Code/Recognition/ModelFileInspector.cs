using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records model files that lie in the tree, by name and first bytes. Does not look inside.</summary>
public sealed class ModelFileInspector : IInspector
{
    private const int MaxPointer = 1024;

    private static readonly string[] Endings =
        [".safetensors", ".gguf", ".ggml", ".onnx", ".pt", ".pth", ".bin", ".pkl", ".pickle", ".joblib", ".h5", ".keras", ".tflite", ".ckpt"];

    private static readonly string[] DataWords = ["data", "cache", "history", "tokens", "vocab", "docstore", "index.pkl", "results", "records"];

    /// <inheritdoc/>
    public string Name => "model-file";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(Endings);

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var pointer = IsPointer(file.Bytes.Span);
        var format = pointer ? ByName(file.Path) : ByBytes(file.Path, file.Bytes.Span);
        if (format is null)
            return;
        var evidence = new Evidence(Name, file.Path.Value, 0, pointer ? $"{format} file kept in Git LFS" : $"{format} file", pointer ? Confidence.Likely : Confidence.Certain);
        var id = tree.Local(AssetKind.Model, file.Path.Value);
        tree.Recorder.Asset(id, file.Path.FileName.ToString(), evidence, ("scope", PathScope.Of(file.Path.Value)), ("hosting", "self-hosted"), ("unsafeDeserialization", format is "pickle" or "PyTorch"));
    }

    private static bool IsPointer(ReadOnlySpan<byte> bytes) => bytes.Length <= MaxPointer && bytes.StartsWith("version https://git-lfs.github.com/spec/"u8);

    private static string? ByName(TreePath path) => path.Extension.ToString().ToLowerInvariant() switch
    {
        ".safetensors" => "safetensors",
        ".gguf" or ".ggml" => "GGUF",
        ".onnx" => "ONNX",
        ".pt" or ".pth" or ".ckpt" => "PyTorch",
        ".bin" => IsWeights(path) ? "PyTorch" : null,
        ".pkl" or ".pickle" or ".joblib" => IsData(path) ? null : "pickle",
        ".h5" or ".keras" => "Keras",
        ".tflite" => "TFLite",
        _ => null,
    };

    private static string? ByBytes(TreePath path, ReadOnlySpan<byte> bytes)
    {
        var format = ByName(path);
        var fits = format switch
        {
            "safetensors" => bytes.Length > 9 && BitConverter.ToUInt64(bytes) < (ulong)bytes.Length && bytes[8] == (byte)'{',
            "GGUF" => bytes.StartsWith("GGUF"u8) || bytes.StartsWith("lmgg"u8) || bytes.StartsWith("tjgg"u8),
            "ONNX" => bytes.Length > 16 && bytes[0] == 0x08,
            "PyTorch" => bytes.StartsWith("PK\x03\x04"u8) || IsPickle(bytes),
            "pickle" => IsPickle(bytes) || (path.HasExtension(".joblib") && bytes.StartsWith((ReadOnlySpan<byte>)[0x78])),
            "Keras" => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) || bytes.StartsWith("PK\x03\x04"u8),
            "TFLite" => bytes.Length > 8 && bytes[4..8].SequenceEqual("TFL3"u8),
            _ => false,
        };
        return fits ? format : null;
    }

    // Anything can be pickled; these words say that it is no model.
    private static bool IsData(TreePath path)
    {
        foreach (var word in DataWords)
        {
            if (path.FileName.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsPickle(ReadOnlySpan<byte> bytes) => bytes.Length > 2 && bytes[0] == 0x80 && bytes[1] is >= 2 and <= 5;

    private static bool IsWeights(TreePath path)
    {
        var name = path.FileName;
        return name.StartsWith("pytorch_model", StringComparison.OrdinalIgnoreCase) || name.StartsWith("adapter_model", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("model", StringComparison.OrdinalIgnoreCase) || name.Contains("weights", StringComparison.OrdinalIgnoreCase);
    }
}
