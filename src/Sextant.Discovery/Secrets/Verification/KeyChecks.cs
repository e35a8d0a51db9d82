using System.Collections.Frozen;
using System.Globalization;
using Sextant.Documents;

namespace Sextant.Discovery.Secrets.Verification;

/// <summary>The checks of <c>catalog/key-checks.yaml</c> by key format.</summary>
public sealed class KeyChecks
{
    private static readonly string[] Known = ["formats", "get", "header", "with", "live", "dead"];

    private readonly FrozenDictionary<string, KeyCheck> _byFormat;

    private KeyChecks(Dictionary<string, KeyCheck> byFormat) => _byFormat = byFormat.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The formats that can be checked.</summary>
    public IEnumerable<string> Formats => _byFormat.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the checks; throws <see cref="KeyFormatException"/> with every mistake in them.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="formats">The formats that there are.</param>
    public static KeyChecks Read(ReadOnlyMemory<byte> yaml, KeyFormats formats)
    {
        var mistakes = new List<string>();
        var result = YamlReader.Read(yaml.Span);
        if (result.Error is { } error)
            mistakes.Add($"key-checks.yaml:{error.Line}: {error.Message}");
        var checks = new Dictionary<string, KeyCheck>(StringComparer.Ordinal);
        foreach (var node in result.Root["checks"].Items)
            Read(node, formats, checks, mistakes);
        return mistakes.Count > 0 ? throw new KeyFormatException(mistakes) : new KeyChecks(checks);
    }

    internal KeyCheck? Of(KeyFormat format) => _byFormat.GetValueOrDefault(format.Id);

    private static void Read(DocumentNode node, KeyFormats formats, Dictionary<string, KeyCheck> checks, List<string> mistakes)
    {
        foreach (var (key, _) in node.Entries.Where(e => !Known.Contains(e.Key.Text, StringComparer.Ordinal)))
            Mistake(key.Line, $"'{key.Text}' is not known here; allowed are {string.Join(", ", Known)}");
        if (!Uri.TryCreate(node["get"].Text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.OriginalString.Contains('{', StringComparison.Ordinal))
        {
            Mistake(node.Line, "a check needs 'get': an https address without holes");
            return;
        }

        var (name, value) = Header(node["header"]);
        if (value.Contains("{key}", StringComparison.Ordinal) == value.Contains("{basic}", StringComparison.Ordinal))
            Mistake(node.Line, "a check needs 'header' with {key} or {basic}, as in 'Authorization: Bearer {key}'");
        var check = new KeyCheck(address, name, value, [.. node["with"].Items.Select(Header)], Answers(node["live"], 200), Answers(node["dead"], 401));
        foreach (var format in node["formats"].Items)
        {
            if (!formats.ById.ContainsKey(format.Text))
                Mistake(format.Line, $"there is no key format '{format.Text}'");
            else if (!checks.TryAdd(format.Text, check))
                Mistake(format.Line, $"'{format.Text}' has two checks");
        }

        void Mistake(int line, string message) => mistakes.Add($"key-checks.yaml:{line}: {message}");

        IReadOnlyList<KeyAnswer> Answers(DocumentNode list, int standard)
        {
            if (!list.Exists)
                return [new KeyAnswer(standard, "")];
            var answers = new List<KeyAnswer>();
            foreach (var item in list.Items)
            {
                var parts = item.Text.Split(' ', 2);
                if (int.TryParse(parts[0], CultureInfo.InvariantCulture, out var status) && status is >= 200 and < 600)
                    answers.Add(new KeyAnswer(status, parts.Length > 1 ? parts[1] : ""));
                else
                    Mistake(item.Line, $"'{item.Text}' is no answer; write a status, and a text of the body if it matters");
            }

            return answers;
        }
    }

    private static (string Name, string Value) Header(DocumentNode node)
    {
        var parts = node.Text.Split(": ", 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
    }
}
