using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sextant.Documents;

/// <summary>
/// Reads YAML 1.2 into <see cref="DocumentNode"/>s from the parser's events: no types are resolved, nothing is constructed, and
/// aliases are shared but counted as if written out, so that a document that grows by aliases is refused.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads all documents of a UTF-8 text. Never throws for what the text holds.</summary>
    public static DocumentResult Read(ReadOnlySpan<byte> utf8, DocumentLimits? limits = null) =>
        utf8.Length > (limits ?? DocumentLimits.Default).MaxBytes
            ? DocumentResult.Failed($"the file is larger than {(limits ?? DocumentLimits.Default).MaxBytes >> 20} MiB")
            : Read(Encoding.UTF8.GetString(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8), limits);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, DocumentLimits?)"/>
    public static DocumentResult Read(string text, DocumentLimits? limits = null)
    {
        var roots = new List<DocumentNode>();
        var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        try
        {
            parser.Consume<StreamStart>();
            while (parser.Accept<DocumentStart>(out _))
            {
                parser.Consume<DocumentStart>();
                roots.Add(new YamlTree(parser, limits ?? DocumentLimits.Default).Node(0));
                parser.Consume<DocumentEnd>();
            }

            return new DocumentResult(roots, null);
        }
        catch (YamlException e)
        {
            var message = e.InnerException is null ? e.Message : e.InnerException.Message;
            return new DocumentResult(roots, new DocumentError(OneLine(message), (int)e.Start.Line, (int)e.Start.Column));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser lets a few broken brackets, tags and escapes through to code that refuses them.
            var at = parser.Current?.End ?? Mark.Empty;
            return new DocumentResult(roots, new DocumentError(OneLine(e.Message), (int)at.Line, (int)at.Column));
        }
        catch (DocumentTooLargeException e)
        {
            return new DocumentResult(roots, new DocumentError(e.Message, e.Line, 1));
        }
    }

    private static string OneLine(string message)
    {
        // The parser prefixes its messages with a range that the error already carries.
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (colon < 0 ? message : message[(colon + 3)..]).ReplaceLineEndings(" ");
    }
}
