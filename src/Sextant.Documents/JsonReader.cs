using System.Text;

namespace Sextant.Documents;

/// <summary>Reads JSON, with comments and trailing commas as editors' settings have them, into a <see cref="DocumentNode"/>.</summary>
public static class JsonReader
{
    /// <summary>Reads a UTF-8 text. Never throws for what the text holds; what stands before an error is kept where it can be.</summary>
    public static DocumentResult Read(ReadOnlySpan<byte> utf8, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        if (utf8.Length > limits.MaxBytes)
            return DocumentResult.Failed($"the file is larger than {limits.MaxBytes >> 20} MiB");
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        var tree = new JsonTree(utf8, limits);
        var root = tree.Root();
        return new DocumentResult(root.Kind == NodeKind.Missing && tree.Error is not null ? [] : [root], tree.Error);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, DocumentLimits?)"/>
    public static DocumentResult Read(string text, DocumentLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);
}
