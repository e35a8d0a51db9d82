using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Policies;

public sealed class AwsPolicyTests
{
    private static AssetMap Policy(params string[] statements) =>
        new ConfigurationTree().With("infra/policy.json", $$"""{"Version": "2012-10-17", "Statement": [{{string.Join(",", statements)}}] }""").Map();

    private static string[] Edges(AssetMap map) => [.. map.Relations.Select(r => $"{r.From.Id} {r.Kind} {r.To.Id} {r.Evidence[0].Confidence}")];

    [Fact]
    public void Anybody_may_read_and_write() => Assert.Equal(
        ["internet:anyone CanRead data-store:s3/acme-up Certain", "internet:anyone CanWrite data-store:s3/acme-up Certain"],
        Edges(Policy("""{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["s3:GetObject", "s3:Put*"], "Resource": "arn:aws:s3:::acme-up/*"}""")));

    [Theory]
    [InlineData("""{"StringEquals": {"aws:PrincipalOrgID": "o-1"}}""")]
    [InlineData("""{"StringEquals": {"aws:SourceVpce": "vpce-1"}}""")]
    public void A_condition_that_names_who_keeps_strangers_out(string condition) =>
        Assert.Empty(Edges(Policy($$"""{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-up/*", "Condition": {{condition}} }""")));

    [Fact]
    public void Another_condition_makes_it_possible() => Assert.Equal(
        ["internet:anyone CanRead data-store:s3/acme-up Possible"],
        Edges(Policy("""{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-up/*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}""")));

    [Fact]
    public void A_denial_in_the_same_document_holds() => Assert.Equal(
        ["internet:anyone CanRead data-store:s3/acme-up Certain"],
        Edges(Policy(
            """{"Effect": "Allow", "Principal": "*", "Action": "s3:*Object", "Resource": "arn:aws:s3:::acme-up/*"}""",
            """{"Effect": "Deny", "Principal": "*", "Action": ["s3:PutObject", "s3:DeleteObject"], "Resource": "arn:aws:s3:::acme-up/*"}""")));

    [Fact]
    public void Named_principals_are_identities() => Assert.Equal(
        ["identity:aws/123456789012/role/retrain CanWrite data-store:s3/acme-up Certain", "identity:aws/210987654321/root CanWrite data-store:s3/acme-up Certain"],
        Edges(Policy("""{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::123456789012:role/x/retrain", "210987654321"]}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-up/*"}""")));
}
