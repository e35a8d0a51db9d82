using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>How keys of a format are recognised.</summary>
internal enum KeyReader
{
    /// <summary>By the shape of the text alone, or by a shape beside a name.</summary>
    Shape,

    /// <summary>User and password in the address of a database.</summary>
    Url,

    /// <summary>A private key in a PEM block.</summary>
    Pem,

    /// <summary>A JSON Web Token.</summary>
    Jwt,
}

/// <summary>A sum within a key that proves it genuine without asking anybody.</summary>
internal enum KeyChecksum
{
    None,

    /// <summary>The last six characters are the CRC-32 of the thirty before, in base 62 (GitHub, npm).</summary>
    GithubCrc32,
}

/// <summary>What the characters of a format's values are, drawn at random.</summary>
internal enum KeyMixture
{
    /// <summary>Letters and digits.</summary>
    Mixed,

    /// <summary>Hexadecimal digits, in which words are too rare to look for.</summary>
    Hexadecimal,

    /// <summary>Letters alone.</summary>
    LettersOnly,
}

/// <summary>What else can be read from a key or from beside it: whom it opens.</summary>
internal enum KeySubject
{
    None,

    /// <summary>The account number that is inside an AWS access key id.</summary>
    AwsKeyId,

    /// <summary>The account of the AWS access key id that stands nearby.</summary>
    AwsSecret,

    /// <summary>The host and database of an address.</summary>
    DatabaseUrl,

    /// <summary>The service account's address beside a Google private key.</summary>
    ServiceAccount,

    /// <summary>The storage account's name beside its key.</summary>
    StorageAccount,
}

/// <summary>How bad it is when a key of this format is in the clear.</summary>
public enum KeySeverity
{
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>Words that must stand beside a value for it to be a key.</summary>
/// <param name="Near">One of these must be (part of) a name before the value; lower case.</param>
/// <param name="With">One of these must be in the name or between it and the value.</param>
/// <param name="Within">The most bytes between the name and the value.</param>
internal sealed record KeyContext(IReadOnlyList<string> Near, IReadOnlyList<string> With, int Within);

/// <summary>What a key opens.</summary>
/// <param name="Kind">An AI service, identity or data store.</param>
/// <param name="Name">The provider's slug.</param>
public sealed record KeyGrant(AssetKind Kind, string Name);

/// <summary>What Sextant knows about one kind of key: data from <c>catalog/keys</c>.</summary>
public sealed record KeyFormat
{
    /// <summary>The catalog id, which is the facet <c>keyType</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>The slug of who issues it.</summary>
    public required string Provider { get; init; }

    /// <summary>What it opens; null if that depends on where it is used.</summary>
    public KeyGrant? Grants { get; init; }

    /// <summary>Environment variables by which it is commonly known.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>How bad it is in the clear.</summary>
    public KeySeverity Severity { get; init; }

    /// <summary>How sure a match is.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Where it is revoked.</summary>
    public string Revoke { get; init; } = "";

    /// <summary>What to do beyond revoking it there.</summary>
    public IReadOnlyList<string> Rotation { get; init; } = [];

    internal KeyReader Reader { get; init; }

    internal IReadOnlyList<ShapePart> Shape { get; init; } = [];

    internal KeyContext? Context { get; init; }

    /// <summary>Lower-case literals of which one must be there; triggers of the search.</summary>
    internal IReadOnlyList<string> Anchors { get; init; } = [];

    /// <summary>Where an anchor stands in the shape, in bytes from its start.</summary>
    internal int AnchorOffset { get; init; }

    internal KeyMixture Mixture { get; init; }

    internal KeyChecksum Checksum { get; init; }

    internal KeySubject Subject { get; init; }

    /// <summary>The least Shannon entropy of the variable part, in bits a character.</summary>
    internal double MinEntropy { get; init; }

    /// <summary>Texts in which exactly one key of this format must be found.</summary>
    public IReadOnlyList<KeyExample> Valid { get; init; } = [];

    /// <summary>Texts in which no key of this format may be found.</summary>
    public IReadOnlyList<KeyExample> Invalid { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Id;
}
