using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery;

/// <summary>Comments that ask for a finding to be suppressed, gathered from all files of a scan.</summary>
public sealed class IgnoreComments
{
    private readonly ConcurrentBag<(string Path, int Line, string Text)> _comments = [];

    /// <summary>Where they stand and the lines that hold them, sorted by place.</summary>
    public IReadOnlyList<(string Path, int Line, string Text)> All =>
        [.. _comments.OrderBy(c => c.Path, StringComparer.Ordinal).ThenBy(c => c.Line)];

    internal void Add(string path, int line, string text) => _comments.Add((path, line, text));
}

/// <summary>Gathers comments <c>sextant:ignore RULE reason</c>; what they suppress is decided where findings are.</summary>
public sealed class IgnoreCommentInspector(IgnoreComments comments) : IInspector
{
    private const int LongestLine = 1000;

    /// <inheritdoc/>
    public string Name => "ignore-comments";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["sextant:ignore"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => !path.HasExtension(".md", ".markdown", ".rst");

    /// <inheritdoc/>
    public bool Keeps(TreePath path) => true;

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        foreach (var hit in file.Hits)
        {
            var rest = file.Bytes.Span[hit.Offset..];
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var line = rest[..Math.Min(end < 0 ? rest.Length : end, LongestLine)];
            comments.Add(tree.Folder + file.Path.Value, file.LineAt(hit.Offset), Encoding.UTF8.GetString(line));
        }
    }
}
