namespace Sextant.Discovery.Reading;

/// <summary>The path of a file, relative to its target, with <c>/</c>.</summary>
public readonly record struct TreePath(string Value)
{
    /// <summary>The last part.</summary>
    public ReadOnlySpan<char> FileName => Value.AsSpan(Value.LastIndexOf('/') + 1);

    /// <summary>The folder, without a slash at its end; empty at the root.</summary>
    public ReadOnlySpan<char> Folder => Value.AsSpan(0, Math.Max(0, Value.LastIndexOf('/')));

    /// <summary>The ending with its dot, as written; empty if there is none.</summary>
    public ReadOnlySpan<char> Extension
    {
        get
        {
            var name = FileName;
            var dot = name.LastIndexOf('.');
            return dot < 0 ? [] : name[dot..];
        }
    }

    /// <summary>Whether the file has one of these endings (with the dot), in any case.</summary>
    public bool HasExtension(params ReadOnlySpan<string> extensions)
    {
        var own = Extension;
        foreach (var extension in extensions)
        {
            if (own.Equals(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether the file has one of these names, in any case.</summary>
    public bool IsNamed(params ReadOnlySpan<string> names)
    {
        var own = FileName;
        foreach (var name in names)
        {
            if (own.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
