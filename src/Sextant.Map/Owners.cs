namespace Sextant.Map;

/// <summary>The ids and shown names of owners. A person's address is personal data: it is hashed in ids and shortened in names.</summary>
public static class Owners
{
    /// <summary>
    /// The owner that a text names: <c>@org/team</c> is <c>owner:github/org/team</c>, an address is <c>owner:mail/hash</c>, any other
    /// name is <c>owner:name</c>.
    /// </summary>
    public static AssetId Of(string owner)
    {
        owner = owner.Trim();
        if (owner.StartsWith('@'))
            return AssetId.Of(AssetKind.Owner, "github", owner[1..].ToLowerInvariant());
        return owner.Contains('@', StringComparison.Ordinal)
            ? AssetId.Of(AssetKind.Owner, "mail", StableHash.Hex(owner.ToLowerInvariant()))
            : AssetId.Of(AssetKind.Owner, WellKnown.Slug(owner));
    }

    /// <summary>The name to show: <c>a***@acme.example</c> for an address.</summary>
    public static string NameOf(string owner)
    {
        owner = owner.Trim();
        var at = owner.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? $"{owner[0]}***{owner[at..]}" : owner;
    }
}
