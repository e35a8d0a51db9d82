using System.Collections.Concurrent;
using Sextant.Map;

namespace Sextant.Discovery.Registration;

/// <summary>What all <c>sextant.yaml</c> files of a scan declare by pattern, to be applied once the map is whole.</summary>
public sealed class Register
{
    private readonly ConcurrentBag<SextantFile> _files = [];

    /// <summary>Declared assets, by place.</summary>
    public IReadOnlyList<Map.Registration> Registrations =>
        [.. _files.SelectMany(f => f.Assets).OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Line)];

    /// <summary>Findings that somebody chose not to see, by place.</summary>
    public IReadOnlyList<Suppression> Suppressions =>
        [.. _files.SelectMany(f => f.Suppressions).OrderBy(s => s.Path, StringComparer.Ordinal).ThenBy(s => s.Line)];

    internal void Add(SextantFile file) => _files.Add(file);
}
