using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Turns a path in code into a path of the repository.</summary>
internal static class RepositoryPath
{
    private static readonly string[] ModelEndings =
        [".pt", ".pth", ".bin", ".pkl", ".pickle", ".joblib", ".h5", ".keras", ".onnx", ".safetensors", ".gguf", ".ggml", ".tflite", ".ckpt", ".model", ".pb", ".json", ".sav"];

    /// <summary>Whether a text is a path rather than a name in a hub.</summary>
    public static bool LooksLocal(string text) =>
        text.StartsWith('.') || text.StartsWith('/') || text.StartsWith('~') || text.EndsWith('/') || text.Contains('\\', StringComparison.Ordinal)
        || text.Count(c => c == '/') > 1 || Array.Exists(ModelEndings, e => text.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The path within the repository: beside the file that names it if it is there, else from the root. Never leaves the repository.</summary>
    public static string Resolve(IFileSource files, string from, string text)
    {
        var folder = from[..Math.Max(0, from.LastIndexOf('/'))];
        var beside = Normalize($"{folder}/{text}");
        return files.Exists(beside) ? beside : Normalize(text);
    }

    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
