using Sextant.Discovery.Code.Facts;
using Sextant.Documents;

namespace Sextant.Discovery.Code.Settings;

/// <summary>Turns a document into an expression, as if its content stood in code.</summary>
internal static class DocumentFacts
{
    private const int MaxDepth = 40;

    /// <summary>The facts of a document.</summary>
    public static LoadedDocument Of(string path, DocumentNode root, Func<string, string?> lookUp)
    {
        var unit = new CodeUnit(path, Language(path), path, [new Scope(0, -1, ScopeKind.Module, "", LineSpan.At(1))], [], []);
        return new LoadedDocument(unit, Expression("", root, lookUp, 0));
    }

    private static string Language(string path) =>
        path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? "toml" : path.Contains(".json", StringComparison.OrdinalIgnoreCase) ? "json" : "yaml";

    private static Expression Expression(string name, DocumentNode node, Func<string, string?> lookUp, int depth)
    {
        if (depth > MaxDepth)
            return new Expression.Unknown(node.Line);
        return node.Kind switch
        {
            NodeKind.Map => new Expression.Mapping(
                [.. node.Entries.Select(e => ((Expression?)new Expression.Text(e.Key.Text, e.Key.Line), Expression(e.Key.Text, e.Value, lookUp, depth + 1)))], node.Line),
            NodeKind.List => new Expression.Sequence([.. node.Items.Select(i => Expression(name, i, lookUp, depth + 1))], node.Line),
            NodeKind.Scalar => Scalar(name, node, lookUp),
            _ => new Expression.Nothing(node.Line),
        };
    }

    private static Expression Scalar(string name, DocumentNode node, Func<string, string?> lookUp)
    {
        if (node.Flag is { } flag)
            return new Expression.Flag(flag, node.Line);
        if (!node.IsQuoted && double.TryParse(node.Text, System.Globalization.CultureInfo.InvariantCulture, out _))
            return new Expression.Number(node.Text, node.Line);
        return SettingValue.Of(name, node.Text, lookUp) is { } value ? new Expression.Text(value, node.Line) : new Expression.Unknown(node.Line);
    }
}
