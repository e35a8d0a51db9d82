using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Policies;

/// <summary>
/// Reads AWS policy documents that lie in a repository: who may read and write which buckets. A condition that keeps strangers
/// out means no relation; any other condition makes it only possible.
/// </summary>
public sealed class AwsPolicyInspector : IInspector
{
    private const int MaxStatements = 500;
    private static readonly string[] Reading = ["s3:GetObject", "s3:ListBucket"];
    private static readonly string[] Writing = ["s3:PutObject", "s3:DeleteObject"];
    private static readonly string[] Ruling = ["s3:PutBucketPolicy"];

    /// <inheritdoc/>
    public string Name => "aws-policy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } = ["\"statement\""];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".json");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        var read = new InspectedFile(Name, file, tree);
        var result = JsonReader.Read(file.Bytes.Span);
        var documents = Documents(result.Root).ToArray();
        if (documents.Length > 0 && result.Error is { } error)
            read.Gap($"only partly read: {error.Message}", error.Line);
        foreach (var document in documents)
            Document(read, document);
    }

    // The document itself, or one level below a property (aws iam get-role, tool output, request bodies).
    private static IEnumerable<DocumentNode> Documents(DocumentNode root) =>
        new[] { root }.Concat(root.Entries.Select(e => e.Value)).Where(n => n["Statement"] is { IsList: true } or { IsMap: true } && (n["Version"].Text is "2012-10-17" or "2008-10-17" || n["Id"].Exists)).Take(20);

    private static void Document(InspectedFile file, DocumentNode document)
    {
        var nodes = document["Statement"].IsMap ? [document["Statement"]] : document["Statement"].Items;
        var statements = nodes.Where(n => n.IsMap).Take(MaxStatements).Select(n => new PolicyStatement(n)).ToArray();
        foreach (var statement in statements.Where(s => s.IsAllow && s.NamesPrincipal))
        {
            foreach (var bucket in statement.Resources.Select(BucketOf).OfType<string>().Distinct(StringComparer.Ordinal))
                Bucket(file, statement, bucket, statements);
        }
    }

    private static string? BucketOf(string resource)
    {
        var parts = resource.Split(':', 6);
        if (parts is not ["arn", _, "s3", _, _, var path])
            return null;
        var bucket = path.Split('/')[0];
        return bucket.Length is > 2 and < 64 && !bucket.AsSpan().ContainsAny("*?${}") ? bucket : null;
    }

    private static void Bucket(InspectedFile file, PolicyStatement statement, string bucket, PolicyStatement[] all)
    {
        var id = WellKnown.Bucket("s3", bucket);
        foreach (var (kind, verb, actions) in new[] { (RelationKind.CanRead, "read", Reading), (RelationKind.CanWrite, "write", Writing), (RelationKind.CanAdminister, "administer", Ruling) })
        {
            var action = actions.FirstOrDefault(a => statement.Covers(a) && Reaches(statement, bucket, a) && !Denied(all, bucket, a, everybody: statement.IsPublic));
            if (action is null)
                continue;
            file.Asset(id, bucket, file.At(statement.Node, $"a policy for bucket {bucket}"), new Facets { { "dataType", "bucket" }, { "provider", "aws" } });
            if (statement.IsPublic)
                Anybody(file, statement, id, bucket, kind, verb, action);
            Named(file, statement, id, bucket, kind, verb, action);
        }
    }

    private static bool Reaches(PolicyStatement statement, string bucket, string action)
    {
        var target = action is "s3:ListBucket" or "s3:PutBucketPolicy" ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/";
        return statement.Resources.Any(r => PolicyStatement.Matches(r.Replace("arn:aws-us-gov:", "arn:aws:", StringComparison.Ordinal), target) || (target.EndsWith('/') && r.StartsWith(target, StringComparison.Ordinal)));
    }

    private static bool Denied(PolicyStatement[] all, string bucket, string action, bool everybody) =>
        all.Any(d => d.IsDeny && !d.HasConditions && (d.IsPublic || !everybody && !d.NamesPrincipal) && d.Covers(action)
            && d.Resources.Any(r => PolicyStatement.Matches(r, action is "s3:ListBucket" or "s3:PutBucketPolicy" ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/any")));

    private static void Anybody(InspectedFile file, PolicyStatement statement, AssetId id, string bucket, RelationKind kind, string verb, string action)
    {
        if (statement.RestrictedBy is { } key)
        {
            file.Asset(id, bucket, file.At(statement.Node, $"{action} is allowed to all that meet the condition on {key}"));
            return;
        }

        var confidence = statement.HasConditions ? Confidence.Possible : Confidence.Certain;
        var suffix = statement.HasConditions ? ", under conditions that do not name who" : "";
        var evidence = file.At(statement.Node, $"{action} is allowed to anybody{suffix}", confidence);
        var facets = new Facets { { "exposure", "internet" } };
        if (kind != RelationKind.CanRead)
            facets.Add("writers", ["anyone"]);
        else
            facets.Add("readers", ["anyone"]);
        file.Asset(WellKnown.Internet, "Internet", evidence);
        file.Asset(id, bucket, evidence, facets);
        file.Relate(WellKnown.Internet, kind, id, $"The policy lets anybody {verb} {bucket}{suffix}.", evidence);
    }

    private static void Named(InspectedFile file, PolicyStatement statement, AssetId id, string bucket, RelationKind kind, string verb, string action)
    {
        foreach (var principal in statement.Principals)
        {
            var identity = principal.Length == 12 && principal.All(char.IsAsciiDigit) ? AssetId.Of(AssetKind.Identity, "aws", principal, "root") : Workflows.CloudIdentity.OfArn(principal);
            if (identity is not { } who)
                continue;
            var evidence = file.At(statement.Node, $"{action} is allowed to {who.Path}", statement.HasConditions ? Confidence.Likely : Confidence.Certain);
            file.Asset(who, who.Path[(who.Path.LastIndexOf('/') + 1)..], evidence, new Facets { { "provider", "aws" } });
            file.Asset(id, bucket, evidence, kind == RelationKind.CanRead ? new Facets { { "readers", [who.Path.EndsWith("/root", StringComparison.Ordinal) ? "account" : "role"] } } : new Facets { { "writers", [who.Path.EndsWith("/root", StringComparison.Ordinal) ? "account" : "role"] } });
            file.Relate(who, kind, id, $"The policy lets {who.Path} {verb} {bucket}.", evidence);
        }
    }
}
