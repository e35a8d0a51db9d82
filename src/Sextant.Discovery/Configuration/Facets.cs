using System.Collections;
using Sextant.Map;

namespace Sextant.Discovery.Configuration;

/// <summary>Facets as they are gathered: what is null or empty was not read, and is left out.</summary>
internal sealed class Facets : IEnumerable<KeyValuePair<string, PropertyValue>>
{
    private readonly List<KeyValuePair<string, PropertyValue>> _facets = [];

    public bool Any => _facets.Count > 0;

    public IReadOnlyList<KeyValuePair<string, PropertyValue>> List => _facets;

    public void Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _facets.Add(new(name, value));
    }

    public void Add(string name, bool? value)
    {
        if (value is { } flag)
            _facets.Add(new(name, flag));
    }

    public void Add(string name, IEnumerable<string> members)
    {
        var set = new PropertyValue.Set(members.Where(m => m.Length > 0).Select(m => Excerpt.OneLine(m, 300)));
        if (set.Members.Count > 0)
            _facets.Add(new(name, set));
    }

    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _facets.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
