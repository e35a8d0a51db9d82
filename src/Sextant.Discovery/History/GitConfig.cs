namespace Sextant.Discovery.History;

/// <summary>Reads values of a git configuration file as text: includes are not followed, nothing is executed.</summary>
internal static class GitConfig
{
    /// <summary>The last value of a key in a section, written <c>core</c> or <c>remote "origin"</c>; null if there is none.</summary>
    public static string? Value(string config, string section, string key)
    {
        string? value = null;
        var inside = false;
        foreach (var raw in config.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith('['))
            {
                inside = line.TrimEnd(']')[1..].Trim().Equals(section, StringComparison.OrdinalIgnoreCase);
                continue;
            }

            var equals = line.IndexOf('=');
            if (inside && equals > 0 && line[..equals].Trim().Equals(key, StringComparison.OrdinalIgnoreCase))
                value = line[(equals + 1)..].Trim().Trim('"').ToString();
        }

        return value;
    }
}
