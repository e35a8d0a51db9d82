using System.Collections.Concurrent;
using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Reading;

/// <summary>An inspector that notes what it was offered.</summary>
internal sealed class CountingInspector(params string[] triggers) : IInspector
{
    private readonly ConcurrentBag<Offered> _offered = [];

    public string Name { get; init; } = "counting";

    public bool ReadsHistory { get; init; }

    public bool ReadsBinary { get; init; }

    public Func<TreePath, bool> Wanted { get; init; } = _ => true;

    public Action<FileContent, TreeContext> Then { get; init; } = (_, _) => { };

    public int Closed { get; private set; }

    public IReadOnlyList<string> Triggers { get; } = triggers;

    public string[] Paths => [.. Offered.Select(o => o.Path)];

    public Offered[] Offered => [.. _offered.OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Revision?.Commit, StringComparer.Ordinal).ThenBy(o => o.Text, StringComparer.Ordinal)];

    public bool Wants(TreePath path) => Wanted(path);

    public void Inspect(FileContent file, TreeContext tree)
    {
        _offered.Add(new Offered(file.Path.Value, Encoding.UTF8.GetString(file.Bytes.Span), [.. file.Hits], file.Revision));
        Then(file, tree);
    }

    public void Close(TreeContext tree) => Closed++;

    public Coverage Collect(string target, CollectOptions? options = null) =>
        new RepositoryCollector(() => [this]).Collect(target, options ?? new CollectOptions(), new MapBuilder());
}

/// <summary>A file as an inspector got it.</summary>
internal sealed record Offered(string Path, string Text, IReadOnlyList<TriggerHit> Hits, Revision? Revision);
