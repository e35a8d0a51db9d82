using System.Text;
using System.Text.Json;

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
        try
        {
            var tree = new JsonTree(utf8, limits);
            return new DocumentResult([tree.Root()], null);
        }
        catch (JsonException e)
        {
            var message = e.Message;
            var tail = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            return DocumentResult.Failed(tail < 0 ? message : message[..tail], (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1);
        }
        catch (DocumentTooLargeException e)
        {
            return DocumentResult.Failed(e.Message, e.Line, 1);
        }
        catch (InvalidOperationException)
        {
            // A text with an unpaired surrogate escape cannot become a string.
            return DocumentResult.Failed("a string holds an invalid escape");
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, DocumentLimits?)"/>
    public static DocumentResult Read(string text, DocumentLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), limits);
}
