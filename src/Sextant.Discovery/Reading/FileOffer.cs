using System.Diagnostics.CodeAnalysis;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Reading.Matching;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>
/// Offers files to inspectors: the matcher runs once a file, and each inspector that wants it gets it with its own hits. What an
/// inspector throws ends its look at that file alone. One instance serves one thread.
/// </summary>
internal sealed class FileOffer(InspectorSet set, TreeContext tree, CoverageTally tally)
{
    private readonly List<int> _wanting = [];
    private readonly List<LiteralHit> _hits = [];
    private readonly List<TriggerHit>[] _own = [.. set.Inspectors.Select(_ => new List<TriggerHit>())];

    /// <summary>Notes what is recorded; null if nothing is remembered.</summary>
    public FileCapture? Capture { get; init; }

    /// <summary>Names of inspectors that kept something of the files offered since <see cref="Forget"/>.</summary>
    public List<string> Keeping { get; } = [];

    /// <summary>Whether an inspector failed since <see cref="Forget"/>.</summary>
    public bool Failed { get; private set; }

    /// <summary>Forgets who looked at the last file.</summary>
    public void Forget()
    {
        Keeping.Clear();
        Failed = false;
    }

    /// <summary>Offers a file only to inspectors of these names, which see it in every scan.</summary>
    public void Again(FileContent file, bool isBinary, IReadOnlyList<string> names)
    {
        FindTriggers(file);
        _wanting.RemoveAll(i => !names.Contains(set.Inspectors[i].Name, StringComparer.Ordinal));
        OfferFound(file, isBinary);
    }

    /// <summary>Whether any inspector wants a file; remembers which, for the offer that follows.</summary>
    public bool IsWanted(TreePath path)
    {
        _wanting.Clear();
        for (var i = 0; i < set.Inspectors.Count; i++)
        {
            if (set.Inspectors[i].Wants(path))
                _wanting.Add(i);
        }

        return _wanting.Count > 0;
    }

    /// <summary>Whether any inspector that wants the file reads bytes that are no text.</summary>
    public bool IsBinaryWanted() => _wanting.Exists(i => set.Inspectors[i].ReadsBinary);

    /// <summary>Offers a file to the inspectors that want it. Returns whether one looked at it.</summary>
    public bool Offer(FileContent file, bool isBinary)
    {
        FindTriggers(file);
        return OfferFound(file, isBinary);
    }

    /// <summary>Whether an inspector that wants the file has a trigger in it, or needs none.</summary>
    public bool Finds(FileContent file)
    {
        FindTriggers(file);
        return _wanting.Exists(i => !set.HasTriggers(i) || _own[i].Count > 0);
    }

    /// <summary>Offers a file whose triggers were found just before.</summary>
    public bool OfferFound(FileContent file, bool isBinary)
    {
        var inspected = false;
        foreach (var i in _wanting)
        {
            var inspector = set.Inspectors[i];
            if ((isBinary && !inspector.ReadsBinary) || (set.HasTriggers(i) && _own[i].Count == 0))
                continue;
            file.Hits = _own[i];
            Capture?.Begin();
            Inspect(inspector, file);
            Note(inspector, file.Path);
            inspected = true;
        }

        return inspected;
    }

    private void Note(IInspector inspector, TreePath path)
    {
        if (Capture is null || !inspector.Keeps(path))
            return;
        Keeping.Add(inspector.Name);
        Capture.Drop();
    }

    private void FindTriggers(FileContent file)
    {
        _hits.Clear();
        foreach (var own in _own)
            own.Clear();
        if (!_wanting.Exists(set.HasTriggers))
            return;
        if (!set.Matcher.Find(file.Bytes.Span, _hits))
            tree.Recorder.Record(new Gap(RepositoryCollector.CollectorName, file.Path.Value, $"more than {LiteralMatcher.MaxHits} words of interest; the rest of the file was not searched"));
        foreach (var hit in _hits)
        {
            foreach (var (inspector, trigger) in set.Owners(hit.Literal))
                _own[inspector].Add(new TriggerHit(trigger, hit.Offset));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Only the runner catches what it did not expect: one inspector's defect must not end a scan.")]
    private void Inspect(IInspector inspector, FileContent file)
    {
        try
        {
            inspector.Inspect(file, tree);
        }
        catch (Exception e)
        {
            Defect(inspector, file.Path.Value, e);
        }
    }

    /// <summary>Lets every inspector conclude what only the whole tree shows.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Only the runner catches what it did not expect: one inspector's defect must not end a scan.")]
    public void Close()
    {
        foreach (var inspector in set.Inspectors)
        {
            try
            {
                inspector.Close(tree);
            }
            catch (Exception e)
            {
                Defect(inspector, "the whole tree", e);
            }
        }
    }

    // An exception's message may quote the file, so only its type is shown.
    private void Defect(IInspector inspector, string scope, Exception e)
    {
        Failed = true;
        tally.Fail($"{inspector.Name}: {scope}: failed with {e.GetType().Name}, a defect of Sextant; please report it (the scan went on)");
        tree.Recorder.Record(new Gap(inspector.Name, scope, $"the inspector failed with {e.GetType().Name}"));
    }
}
