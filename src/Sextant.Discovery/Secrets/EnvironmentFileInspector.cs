using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Reads <c>.env</c> files for the names of credentials whose values are elsewhere: references, placeholders, nothing. A value that is a key in the
/// clear is <see cref="SecretInspector"/>'s.
/// </summary>
public sealed class EnvironmentFileInspector(SecretFinder finder) : IInspector
{
    private const int MaxLines = 5000;

    /// <inheritdoc/>
    public string Name => "environment-file";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers => [];

    /// <inheritdoc/>
    public bool Wants(TreePath path)
    {
        var name = path.FileName;
        return name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) && (name.Length == 4 || name[4] is '.' or '-' or '_');
    }

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var number = 0;
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (++number > MaxLines)
            {
                tree.Recorder.Record(new Gap(Name, file.Path.Value, $"longer than {MaxLines} lines; the rest was not read"));
                return;
            }

            if (Variable(line) is { Length: > 0 } variable && finder.Formats.ByVariable.TryGetValue(variable, out var format) && finder.SecretsIn(line.ToString()).Count == 0)
                Record(tree, file.Path, number, variable, format);
        }
    }

    private void Record(TreeContext tree, TreePath path, int line, string variable, KeyFormat format)
    {
        var evidence = new Evidence(Name, path.Value, line, $"{variable} is set here, with its value elsewhere", Confidence.Likely);
        var id = tree.Recorder.Asset(
            tree.Local(AssetKind.Secret, "env", variable), variable, evidence,
            ("variable", variable), ("provider", format.Provider), ("scope", PathScope.Of(path)));
        var application = Applications.Record(tree, path.Value, evidence);
        tree.Recorder.Relate(id, RelationKind.DefinedIn, application, $"{variable} is named in {path}.", evidence);
        if (format.Grants is { } grant)
            tree.Recorder.Relate(id, RelationKind.Grants, SecretGrant.Named(tree, path.Value, grant, variable), $"{variable} usually holds a {format.Name}.", evidence);
    }

    // NAME=value, with "export" before it as shells have it; a comment names nothing.
    private static string Variable(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.StartsWith("export ", StringComparison.Ordinal))
            line = line[7..].TrimStart();
        var equals = line.IndexOf('=');
        var name = equals < 0 ? [] : line[..equals].TrimEnd();
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return "";
        }

        return name.ToString();
    }
}
