namespace Sextant.Discovery.Secrets.Verification;

/// <summary>An answer that decides: an HTTP status, and a text that the body must hold if the status alone says too little.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The text; empty for any body.</param>
internal readonly record struct KeyAnswer(int Status, string Text)
{
    public bool Is(int status, string body) => status == Status && body.Contains(Text, StringComparison.Ordinal);
}

/// <summary>How keys of some formats are checked with who issued them: one call that only reads.</summary>
/// <param name="Address">What is asked; fixed by the catalog, so that a key is sent to nobody whom a repository names.</param>
/// <param name="Header">The name of the header that carries the key.</param>
/// <param name="Value">Its value, with <c>{key}</c> or <c>{basic}</c>.</param>
/// <param name="With">Other headers.</param>
/// <param name="Live">Answers to a key that works.</param>
/// <param name="Dead">Answers to a key that does not.</param>
internal sealed record KeyCheck(
    Uri Address, string Header, string Value, IReadOnlyList<(string Name, string Value)> With, IReadOnlyList<KeyAnswer> Live, IReadOnlyList<KeyAnswer> Dead)
{
    /// <summary>What an answer says.</summary>
    public KeyValidity Read(int status, string body) =>
        Live.Any(a => a.Is(status, body)) ? KeyValidity.Live : Dead.Any(a => a.Is(status, body)) ? KeyValidity.Dead : KeyValidity.Unknown;
}

/// <summary>What the provider said of a key.</summary>
public enum KeyValidity
{
    /// <summary>It was asked, and the answer decides nothing.</summary>
    Unknown,

    /// <summary>The key works.</summary>
    Live,

    /// <summary>The key does not work, or no longer.</summary>
    Dead,
}
