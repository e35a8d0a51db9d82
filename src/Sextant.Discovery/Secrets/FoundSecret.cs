namespace Sextant.Discovery.Secrets;

/// <summary>A key found in a text. It knows where the value stands and never holds it.</summary>
/// <param name="Format">What it is.</param>
/// <param name="Start">The offset of its first byte in the text searched (UTF-8).</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Literal">How many bytes at its start are the format's own, and so no secret.</param>
/// <param name="Variable">The name beside it in upper snake case, or empty.</param>
public sealed record FoundSecret(KeyFormat Format, int Start, int Length, int Literal, string Variable)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>What may be shown of it: the format's own beginning, two characters more, and the length.</summary>
    public string Redacted { get; init; } = "";

    /// <summary>Whom it opens, as far as it or its surroundings say: the parts of an id; empty if they do not.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>The key id that it belongs to, of a key of two halves.</summary>
    internal FoundSecret? Pair { get; init; }

    /// <summary>Whether a sum, a structure or a pair proves it, beyond its look.</summary>
    public bool Proven { get; init; }
}
