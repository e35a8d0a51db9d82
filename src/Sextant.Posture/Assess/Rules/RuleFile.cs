using Sextant.Documents;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>A rule's file while it is read: its text, and the mistakes found so far.</summary>
internal sealed class RuleFile(string path, string text)
{
    private readonly Lazy<SourcePlaces> _places = new(() => new SourcePlaces(text));

    public string Path { get; } = path;

    public List<RuleError> Errors { get; } = [];

    /// <summary>Records a mistake at a node.</summary>
    public void Error(DocumentNode node, string message) => Errors.Add(new RuleError(Path, node.Line, node.Column, message));

    /// <summary>Records mistakes in the text of a scalar.</summary>
    public void Error(DocumentNode scalar, IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            var (line, column) = _places.Value.Of(scalar, mistake.Offset);
            Errors.Add(new RuleError(Path, line, column, mistake.Message));
        }
    }

    /// <summary>Reports keys of a map that mean nothing, and keys that stand twice.</summary>
    public void CheckKeys(DocumentNode map, params string[] allowed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in map.Entries)
        {
            if (!allowed.Contains(key.Text, StringComparer.Ordinal))
                Error(key, $"unknown key '{key.Text}'{Suggestion.For(key.Text, allowed)}");
            else if (!seen.Add(key.Text))
                Error(key, $"the key '{key.Text}' stands here a second time");
        }
    }

    /// <summary>A text that must be there; empty, with a mistake recorded, if it is not.</summary>
    public string Required(DocumentNode map, string key)
    {
        var node = map[key];
        if (node.IsScalar && node.Text.Trim().Length > 0)
            return node.Text.Trim();
        Error(node.Line > 0 ? node : map, $"'{key}' is missing or empty; a rule needs it");
        return "";
    }

    /// <summary>A text that must be one of several.</summary>
    public string OneOf(DocumentNode map, string key, params string[] allowed)
    {
        var text = Required(map, key);
        if (text.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal))
            Error(map[key], $"'{text}' is no {key}{Suggestion.For(text, allowed)}");
        return text;
    }

    /// <summary>The scalars of a list, or one scalar; a mistake for anything else.</summary>
    public IEnumerable<DocumentNode> Scalars(DocumentNode node, string key)
    {
        if (!node.Exists)
            return [];
        var items = node.IsList ? node.Items : [node];
        foreach (var item in items.Where(i => !i.IsScalar))
            Error(item, $"'{key}' is a text or a list of texts");
        return items.Where(i => i.IsScalar);
    }
}
