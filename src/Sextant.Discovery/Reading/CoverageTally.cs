using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>Counts, from any thread, what was looked at and what was not.</summary>
internal sealed class CoverageTally
{
    /// <summary>Error lines that are kept; the rest are counted in one line.</summary>
    public const int MaxErrors = 1000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, long> _skipped = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _errors = new(StringComparer.Ordinal);
    private long _errorCount;
    private long _seen;
    private long _read;
    private long _bytes;
    private long _inspected;

    /// <summary>Commits of history read.</summary>
    public long Commits { get; set; }

    /// <summary>Distinct contents of history read.</summary>
    public long Blobs { get; set; }

    /// <summary>Files offered so far.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <summary>Counts files that were met.</summary>
    public void See(long files = 1) => Interlocked.Add(ref _seen, files);

    /// <summary>Counts a file whose bytes were offered, and whether an inspector took it.</summary>
    public void Offer(long bytes, bool inspected)
    {
        Interlocked.Increment(ref _read);
        Interlocked.Add(ref _bytes, bytes);
        if (inspected)
            Interlocked.Increment(ref _inspected);
    }

    /// <summary>Counts files that were left out.</summary>
    public void Skip(string reason, long files = 1)
    {
        if (files == 0)
            return;
        lock (_gate)
            _skipped[reason] = _skipped.GetValueOrDefault(reason) + files;
    }

    /// <summary>Keeps one clear line about what failed.</summary>
    public void Fail(string error)
    {
        lock (_gate)
        {
            if (!_errors.Add(Excerpt.OneLine(error, 400)))
                return;
            _errorCount++;
            if (_errors.Count > MaxErrors && _errors.Max is { } last)
                _errors.Remove(last);
        }
    }

    /// <summary>All of it. Errors are sorted, so that threads do not show.</summary>
    public Coverage ToCoverage()
    {
        lock (_gate)
        {
            List<string> errors = [.. _errors];
            if (_errorCount > errors.Count)
                errors.Add($"{_errorCount - errors.Count} more errors of this target are not listed");
            return new(_seen, _read, _bytes, _inspected, new SortedDictionary<string, long>(_skipped, StringComparer.Ordinal), Commits, Blobs, errors);
        }
    }
}
