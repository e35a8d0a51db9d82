using Sextant.Map;

namespace Sextant.Discovery.Workflows;

/// <summary>The ids of identities in clouds, from how configuration names them.</summary>
internal static class CloudIdentity
{
    /// <summary>The identity that a sign-in action takes on; null if the text names none.</summary>
    public static AssetId? Of(string action, string text)
    {
        if (action.StartsWith("aws-actions/", StringComparison.Ordinal))
            return OfArn(text);
        if (action.StartsWith("google-", StringComparison.Ordinal))
            return OfServiceAccount(text);
        return Guid.TryParse(text, out var client) ? AssetId.Of(AssetKind.Identity, "azure", client.ToString()) : null;
    }

    /// <summary><c>arn:aws:iam::ACCOUNT:role/PATH/NAME</c>; null for anything else.</summary>
    public static AssetId? OfArn(string arn)
    {
        var parts = arn.Trim().Split(':', 6);
        if (parts is not ["arn", _, "iam" or "sts", _, var account, var resource] || resource.Length == 0)
            return null;
        if (resource == "root")
            return AssetId.Of(AssetKind.Identity, "aws", account, "root");
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        var kind = resource[..slash] == "assumed-role" ? "role" : resource[..slash];
        var name = resource[..slash] == "assumed-role" ? resource.Split('/')[1] : resource[(resource.LastIndexOf('/') + 1)..];
        return AssetId.Of(AssetKind.Identity, "aws", account, kind, name);
    }

    // name@project.iam.gserviceaccount.com is a machine's name, no person's.
    private static AssetId? OfServiceAccount(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var end = text.IndexOf(".iam.gserviceaccount.com", StringComparison.Ordinal);
        return at > 0 && end > at ? AssetId.Of(AssetKind.Identity, "gcp", text[(at + 1)..end], text[..at]) : null;
    }
}
