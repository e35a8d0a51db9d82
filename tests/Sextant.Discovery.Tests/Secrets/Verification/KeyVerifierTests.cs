using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets;
using Sextant.Discovery.Secrets.Verification;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Secrets.Verification;

public sealed class KeyVerifierTests
{
    private static readonly string OpenAi = Catalog.Sample("openai-project");

    private static KeyChecks Checks { get; } = KeyChecks.Read(File.ReadAllBytes(Path.Combine(Catalog.Folder, "..", "key-checks.yaml")), Catalog.Formats);

    private static (AssetMap Map, SortedSet<string> Asked) Scan(string text, Func<HttpRequestMessage, (int Status, string Body)> answer)
    {
        using var provider = new Provider(answer);
        using var verifier = new KeyVerifier(Checks, provider, TimeProvider.System);
        return (Catalog.Scan(verifier, new FileContent(new TreePath("src/app.py"), Encoding.UTF8.GetBytes(text))), provider.Asked);
    }

    private static string Validity(AssetMap map) => Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret).Text("validity") ?? "";

    [Theory]
    [InlineData(200, "live")]
    [InlineData(403, "live")]
    [InlineData(401, "dead")]
    [InlineData(429, "unverified")]
    [InlineData(500, "unverified")]
    [InlineData(302, "unverified")]
    public void The_answer_of_the_provider_says_whether_a_key_works(int status, string validity)
    {
        var (map, asked) = Scan($"key = '{OpenAi}'", _ => (status, ""));

        Assert.Equal(validity, Validity(map));
        Assert.Equal([$"GET https://api.openai.com/v1/models [Authorization: Bearer {OpenAi}] [User-Agent: sextant]"], asked);
    }

    [Fact]
    public void A_key_in_many_places_is_asked_about_once()
    {
        var asked = 0;
        Scan($"a = '{OpenAi}'\nb = '{OpenAi}'\nc = '{OpenAi}'", _ => (Interlocked.Increment(ref asked) * 0 + 200, ""));

        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_key_is_in_nothing_that_is_recorded()
    {
        var (map, _) = Scan($"key = '{OpenAi}'", request => (500, $"you sent {request.Headers.Authorization}"));

        var recorded = string.Join('\n', map.Assets.SelectMany(a => a.Evidence.Select(e => e.Detail).Append(a.Name)).Concat(map.Gaps.Select(g => g.Reason)));
        Assert.DoesNotContain(OpenAi, recorded, StringComparison.Ordinal);
        Assert.Contains("api.openai.com did not say whether", recorded, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_that_does_not_answer_leaves_the_key_unverified()
    {
        var (map, _) = Scan($"key = '{OpenAi}'", _ => throw new HttpRequestException("refused"));

        Assert.Equal("unverified", Validity(map));
    }

    [Theory]
    [InlineData(400, "{\"reason\": \"API_KEY_INVALID\"}", "dead")]
    [InlineData(400, "{\"reason\": \"INVALID_ARGUMENT\"}", "unverified")]
    [InlineData(403, "{\"reason\": \"SERVICE_DISABLED\"}", "live")]
    public void Where_the_status_says_too_little_the_body_decides(int status, string body, string validity) =>
        Assert.Equal(validity, Validity(Scan($"k = '{Catalog.Sample("google-api-key")}'", _ => (status, body)).Map));

    [Theory]
    [InlineData(200, "<GetCallerIdentityResponse/>", "live")]
    [InlineData(403, "<Code>SignatureDoesNotMatch</Code>", "dead")]
    [InlineData(403, "<Code>RequestExpired</Code>", "unverified")]
    public void A_secret_of_aws_is_checked_with_the_id_beside_it(int status, string body, string validity)
    {
        var id = "AKIA" + Catalog.Sample("aws-access-key")[4..];
        var (map, asked) = Scan($"AWS_ACCESS_KEY_ID={id}\n{Catalog.Sample("aws-secret-key")}\n", _ => (status, body));

        var secret = Assert.Single(map.Assets, a => a.Text("keyType") == "aws-secret-key");
        Assert.Equal(validity, secret.Text("validity"));
        Assert.StartsWith("GET https://sts.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15 ", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Contains($"Credential={id}/", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_whose_issuer_cannot_be_asked_safely_is_sent_to_nobody()
    {
        var (map, asked) = Scan($"k = '{Catalog.Sample("anthropic-refresh")}'", _ => (200, ""));

        Assert.Equal("unverified", Validity(map));
        Assert.Empty(asked);
    }

    [Fact]
    public void Every_check_goes_to_its_own_host_and_carries_the_key_in_one_header()
    {
        foreach (var format in Checks.Formats)
        {
            var sample = Catalog.Sample(format);
            var value = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(sample));
            var found = Catalog.Finder.SecretsIn(value);
            if (found is not [var secret])
                continue;
            var (_, asked) = Scan(sample, _ => (200, ""));
            var key = sample.Substring(secret.Start, secret.Length);
            var call = Assert.Single(asked);
            Assert.StartsWith("GET https://", call, StringComparison.Ordinal);
            Assert.Contains(call.Contains("[Authorization: Basic ", StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")) : key, call, StringComparison.Ordinal);
            Assert.DoesNotContain(key, call.Split(' ')[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_redirect_is_not_followed_and_no_cookie_is_kept()
    {
        using var handler = KeyVerifier.Handler();

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }

    [Theory]
    [InlineData("{ formats: [openai-admin], get: 'http://api.openai.com/', header: 'a: {key}' }", "key-checks.yaml:2: a check needs 'get': an https address without holes")]
    [InlineData("{ formats: [openai-admin], get: 'https://{host}/', header: 'a: {key}' }", "key-checks.yaml:2: a check needs 'get': an https address without holes")]
    [InlineData("{ formats: [openai-admin], get: 'https://a.b/', header: 'a: b' }", "key-checks.yaml:2: a check needs 'header' with {key} or {basic}, as in 'Authorization: Bearer {key}'")]
    [InlineData("{ formats: [nobody], get: 'https://a.b/', header: 'a: {key}' }", "key-checks.yaml:2: there is no key format 'nobody'")]
    [InlineData("{ formats: [openai-admin], get: 'https://a.b/', header: 'a: {key}', live: [yes] }", "key-checks.yaml:2: 'yes' is no answer; write a status, and a text of the body if it matters")]
    [InlineData("{ formats: [openai-admin], get: 'https://a.b/', header: 'a: {key}', post: x }", "key-checks.yaml:2: 'post' is not known here; allowed are formats, get, header, with, live, dead")]
    public void A_mistake_is_said_with_its_line(string check, string mistake) => Assert.Equal(
        [mistake], Assert.Throws<KeyFormatException>(() => KeyChecks.Read(Encoding.UTF8.GetBytes($"checks:\n  - {check}\n"), Catalog.Formats)).Mistakes);
}
