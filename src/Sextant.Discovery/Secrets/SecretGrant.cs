using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Secrets;

/// <summary>The asset that a secret opens, as exactly as the secret and its surroundings say.</summary>
internal static class SecretGrant
{
    /// <summary>The id of what a found secret opens.</summary>
    public static AssetId Target(TreeContext tree, string file, KeyGrant grant, FoundSecret secret, string holder) => (secret.Format.Subject, secret.Subject) switch
    {
        (KeySubject.AwsKeyId or KeySubject.AwsSecret, [var account]) => AssetId.Of(AssetKind.Identity, "aws", account, "access-key", holder),
        (KeySubject.ServiceAccount, [var address]) => AssetId.Of(AssetKind.Identity, "gcp", Project(address), "service-account", address),
        (KeySubject.StorageAccount, [var account]) => AssetId.Of(AssetKind.DataStore, "azure-blob", account),
        (KeySubject.DatabaseUrl, [var engine, var host, var database]) => NetworkIds.Database(tree, file, engine, host, database),
        _ when grant.Kind == AssetKind.Identity => AssetId.Of(AssetKind.Identity, grant.Name, "credential", holder),
        _ => Named(tree, file, grant, secret.Variable),
    };

    /// <summary>The id of what a credential opens of which only the name is known.</summary>
    public static AssetId Named(TreeContext tree, string file, KeyGrant grant, string variable) => grant.Kind switch
    {
        AssetKind.AiService => WellKnown.AiService(grant.Name),
        AssetKind.DataStore when variable.Length > 0 => NetworkIds.ByVariable(tree, file, variable),
        AssetKind.DataStore => tree.Local(AssetKind.DataStore, grant.Name),
        _ => tree.Local(AssetKind.Identity, grant.Name, variable),
    };

    // name@project.iam.gserviceaccount.com
    private static string Project(string address)
    {
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return domain[..(domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? dot : domain.Length)];
    }
}
