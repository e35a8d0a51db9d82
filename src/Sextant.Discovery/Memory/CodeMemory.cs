namespace Sextant.Discovery.Memory;

/// <summary>An import that was followed: what was asked, and the files that it may have meant.</summary>
internal sealed record FollowedImport(string Module, IReadOnlyList<(string Path, bool Certain)> Answers);

/// <summary>
/// What code meant in the last scan: of every file of code that was looked into, what it held and which imports were followed from it,
/// and of every one that was recognized, what it showed. A file's meaning holds as long as no file that is reached from it by followed
/// imports changed, and each import leads where it did.
/// </summary>
internal sealed class CodeMemory
{
    /// <summary>Contents of files, and the imports followed from them.</summary>
    public Dictionary<string, (ContentId Content, IReadOnlyList<FollowedImport> Imports)> Units { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What files showed.</summary>
    public Dictionary<string, Captured> Shown { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Of what decides where imports lead: the paths of the tree and its manifests.</summary>
    public ContentId Layout { get; init; }

    /// <summary>Whether it differs from what the last scan kept.</summary>
    public bool IsChanged { get; init; }

    /// <summary>Files that changed themselves, or from which an import leads elsewhere; known after <see cref="Valid"/>.</summary>
    public IReadOnlySet<string> Changed { get; private set; } = new HashSet<string>();

    /// <summary>The files whose meaning holds.</summary>
    /// <param name="wanted">Files that are unchanged themselves and are to be recognized.</param>
    /// <param name="contentOf">What a file holds now.</param>
    /// <param name="leads">Where an import of a file leads now; null if all lead where they did.</param>
    /// <param name="holds">Whether what was asked of the tree has the same answers.</param>
    public HashSet<string> Valid(
        IEnumerable<string> wanted, Func<string, ContentId> contentOf, Func<string, string, IEnumerable<(string Path, bool Certain)>>? leads, Func<Captured, bool> holds)
    {
        Changed = Units.Where(u => contentOf(u.Key) != u.Value.Content
            || (leads is not null && u.Value.Imports.Any(i => !leads(i.Module, u.Key).SequenceEqual(i.Answers)))).Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        var changed = new Stack<string>(Changed);
        var importers = Units.SelectMany(u => u.Value.Imports.SelectMany(i => i.Answers), (u, answer) => (answer.Path, u.Key)).ToLookup(e => e.Path, e => e.Key, StringComparer.Ordinal);
        var reached = new HashSet<string>(changed, StringComparer.Ordinal);
        while (changed.TryPop(out var path))
        {
            foreach (var importer in importers[path].Where(reached.Add))
                changed.Push(importer);
        }

        return [.. wanted.Where(p => !reached.Contains(p) && Units.ContainsKey(p) && Shown.TryGetValue(p, out var shown) && holds(shown))];
    }

    public void Write(MemoryWriter writer)
    {
        writer.Id(Layout);
        writer.Items([.. Units.OrderBy(u => u.Key, StringComparer.Ordinal)], u =>
        {
            writer.Text(u.Key);
            writer.Id(u.Value.Content);
            writer.Items(u.Value.Imports, i =>
            {
                writer.Text(i.Module);
                writer.Items(i.Answers, answer =>
                {
                    writer.Text(answer.Path);
                    writer.Flag(answer.Certain);
                });
            });
        });
        writer.Items([.. Shown.OrderBy(s => s.Key, StringComparer.Ordinal)], s =>
        {
            writer.Text(s.Key);
            CapturedForm.Write(s.Value, writer);
        });
    }

    public static CodeMemory Read(MemoryReader reader)
    {
        var layout = reader.Id();
        var units = reader.Items(() => (Path: reader.Text(), Unit: (reader.Id(), (IReadOnlyList<FollowedImport>)reader.Items(() =>
            new FollowedImport(reader.Text(), reader.Items(() => (reader.Text(), reader.Flag())))))));
        var shown = reader.Items(() => (Path: reader.Text(), Captured: CapturedForm.Read(reader)));
        return new CodeMemory
        {
            Layout = layout,
            Units = units.ToDictionary(u => u.Path, u => u.Unit, StringComparer.Ordinal),
            Shown = shown.ToDictionary(s => s.Path, s => s.Captured, StringComparer.Ordinal),
        };
    }
}
