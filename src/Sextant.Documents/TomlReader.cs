using System.Text;
using Tomlyn;
using Tomlyn.Parsing;

namespace Sextant.Documents;

/// <summary>
/// Reads TOML 1.0 into a <see cref="DocumentNode"/> from the parser's events. Tables that a file opens more than once are
/// one map; a key that is given twice keeps its first value and is reported.
/// </summary>
public static class TomlReader
{
    /// <summary>Reads a UTF-8 text. Never throws for what the text holds; what stands before an error is kept.</summary>
    public static DocumentResult Read(ReadOnlySpan<byte> utf8, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        if (utf8.Length > limits.MaxBytes)
            return DocumentResult.Failed($"the file is larger than {limits.MaxBytes >> 20} MiB");
        return Read(Encoding.UTF8.GetString(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8), limits);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, DocumentLimits?)"/>
    public static DocumentResult Read(string text, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        var tree = new TomlTree(text, limits);
        try
        {
            var parser = TomlParser.Create(text, new TomlParserOptions { Mode = TomlParserMode.Strict }, new TomlSerializerOptions { MaxDepth = limits.MaxDepth });
            while (parser.MoveNext())
                tree.Take(parser);
            return new DocumentResult([tree.Root()], tree.Repeated);
        }
        catch (TomlException e)
        {
            return new DocumentResult([tree.Root()], new DocumentError(OneLine(e.Message), e.Line ?? 0, e.Column ?? 0));
        }
        catch (DocumentTooLargeException e)
        {
            return new DocumentResult([tree.Root()], new DocumentError(e.Message, e.Line, 1));
        }
        catch (ArgumentException)
        {
            // The parser puts the wrong character into its message, and fails if that is half a surrogate pair.
            return new DocumentResult([tree.Root()], new DocumentError("a text holds an invalid escape", 0, 0));
        }
    }

    private static string OneLine(string message)
    {
        // The parser prefixes its messages with a place and a severity that the error already carries.
        const string severity = ") : error : ";
        var start = message.StartsWith('(') ? message.IndexOf(severity, StringComparison.Ordinal) : -1;
        return (start < 0 ? message : message[(start + severity.Length)..]).ReplaceLineEndings(" ").Trim();
    }
}
