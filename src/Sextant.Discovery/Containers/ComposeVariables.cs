using Sextant.Discovery.Configuration;
using Sextant.Documents;

namespace Sextant.Discovery.Containers;

/// <summary>The variables that a compose file is filled with: those of the <c>.env</c> beside it, as far as the tree holds one.</summary>
internal sealed class ComposeVariables
{
    private const int MaxFileBytes = 1 << 20;
    private readonly InspectedFile _file;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ComposeVariables(InspectedFile file)
    {
        _file = file;
        foreach (var (name, value) in ReadFile(".env"))
            _values[name] = value;
    }

    public string? Lookup(string name) => _values.GetValueOrDefault(name);

    public string Fill(string text) => Interpolation.Fill(text, Lookup);

    /// <summary>The variables of a service's <c>env_file</c>; they carry the line at which the file is named.</summary>
    public IEnumerable<(string Name, string Value, int Line)> OfFiles(DocumentNode node)
    {
        foreach (var item in node.IsScalar ? [node] : node.Items)
        {
            var path = item.IsMap ? item["path"].Text : item.Text;
            foreach (var (name, value) in ReadFile(Fill(path)))
                yield return (name, value, item.Line);
        }
    }

    private IEnumerable<(string Name, string Value)> ReadFile(string relative)
    {
        if (RelativePath.Resolve(_file.Folder, relative) is not { Length: > 0 } path || !_file.Tree.Files.Exists(path) || _file.Tree.Files.Read(path) is not { Length: < MaxFileBytes } bytes)
            yield break;
        foreach (var line in TextLines.Of(System.Text.Encoding.UTF8.GetString(bytes)))
        {
            var text = line.Trim();
            if (text.StartsWith("export ", StringComparison.Ordinal))
                text = text[7..];
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && text[0] != '#')
                yield return (text[..equals].Trim(), Unquote(text[(equals + 1)..].Trim()));
        }
    }

    private static string Unquote(string value)
    {
        if (value.Length >= 2 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) is > 0 and var end)
            return value[1..end];
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? value : value[..comment].TrimEnd();
    }
}
