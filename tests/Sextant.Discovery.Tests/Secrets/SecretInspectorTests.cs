using System.Text;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class SecretInspectorTests
{
    private static readonly string Key = Catalog.Sample("openai-project");

    [Fact]
    public void Records_one_asset_with_its_facets_its_grant_and_its_application()
    {
        var map = Catalog.Scan(("bot/requirements.txt", "openai\n"), ("bot/app.py", $"import openai\nOPENAI_API_KEY = \"{Key}\"\n"));

        var secret = Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret);
        var fingerprint = Catalog.Key.Fingerprint(Encoding.UTF8.GetBytes(Key));
        Assert.Equal($"secret:openai-project/{fingerprint}", secret.Id.Value);
        Assert.Equal($"OpenAI project key sk-proj-{Key[8..10]}…({Key.Length})", secret.Name);
        Assert.Equal(
            ["fingerprint=" + fingerprint, "keyType=openai-project", "location=tree", "provider=openai", "scope=product", "validity=unverified", "variable=OPENAI_API_KEY"],
            secret.Properties.Select(p => $"{p.Name}={p.Value}"));
        var evidence = Assert.Single(secret.Evidence);
        Assert.Equal(("secrets", "bot/app.py", 2, Confidence.Certain), (evidence.Collector, evidence.Path, evidence.Line, evidence.Confidence));
        Assert.Equal($"OPENAI_API_KEY = sk-proj-{Key[8..10]}…({Key.Length}) (OpenAI project key)", evidence.Detail);
        Assert.Equal(
            ["-[defined-in]-> application:repo/acme/support/bot", "-[grants]-> ai-service:openai"],
            map.Outgoing(secret).Select(r => $"-[{Kebab<RelationKind>.Name(r.Kind)}]-> {r.To}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_secret_in_many_places_is_one_asset_with_many_evidences()
    {
        var map = Catalog.Scan(("a.py", Key), ("b/c.env", $"X={Key}\nY={Key}\n"), ("tests/d.json", $"{{\"k\":\"{Key}\"}}"));

        var secret = Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret);
        Assert.Equal(["a.py:1", "b/c.env:1", "b/c.env:2", "tests/d.json:1"], secret.Evidence.Select(e => $"{e.Path}:{e.Line}"));
        Assert.Equal("product", secret.Text("scope"));
    }

    [Theory]
    [InlineData("tests/fixtures/a.py", "test")]
    [InlineData("docs/setup.txt", "documentation")]
    [InlineData("README.md", "documentation")]
    [InlineData("examples/a.py", "example")]
    [InlineData("src/a.py", "product")]
    public void What_is_not_product_is_kept_with_less_confidence(string path, string scope)
    {
        var secret = Assert.Single(Catalog.Scan((path, Key)).Assets, a => a.Kind == AssetKind.Secret);

        Assert.Equal(scope, secret.Text("scope"));
        Assert.Equal(scope == "product" ? Confidence.Certain : Confidence.Likely, secret.Evidence[0].Confidence);
    }

    [Fact]
    public void A_secret_that_only_history_holds_says_when_and_that_it_is_gone()
    {
        var map = Catalog.Scan(History("old/app.py", Key, "c2", 5), History("old/app.py", $"# {Key}", "c1", 3));

        var secret = Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret);
        Assert.Equal(("history", "c1"), (secret.Text("location"), secret.Text("commit")));
        var evidence = Assert.Single(secret.Evidence);
        Assert.Equal(("old/app.py", "c1"), (evidence.Path, evidence.Commit));
        Assert.EndsWith("authored 2026-03-03, and this version of the file is no longer in the tree, but in its history", evidence.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_the_tree_and_in_history_is_in_the_tree_with_both_evidences()
    {
        var map = Catalog.Scan(History("old.py", Key, "c1", 3), File("new.py", Key));

        var secret = Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret);
        Assert.Equal("tree", secret.Text("location"));
        Assert.Equal(["new.py@", "old.py@c1"], secret.Evidence.Select(e => $"{e.Path}@{e.Commit}"));
    }

    [Fact]
    public void A_notebook_keeps_apart_what_was_written_and_what_was_printed()
    {
        var other = Catalog.Sample("anthropic-api");
        var map = Catalog.Scan(("a.ipynb", $$"""
            {"cells":[{"cell_type":"code","outputs":[{"text":["{{Key}}\n"]}],"source":["print(key)"]},
                      {"cell_type":"code","outputs":[],"source":["k = \"{{other}}\"\n"]}]}
            """));

        Assert.Equal(
            ["anthropic-api: tree", "openai-project: notebook-output"],
            map.Assets.Where(a => a.Kind == AssetKind.Secret).Select(a => $"{a.Text("keyType")}: {a.Text("location")}"));
    }

    [Fact]
    public void Utf_16_is_read_with_a_mark_and_without()
    {
        byte[][] files =
        [
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"a\nKEY={Key}\r\n")],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes($"a\nKEY={Key}\r\n")],
            Encoding.Unicode.GetBytes($"a\nKEY={Key}\r\n"),
        ];
        foreach (var bytes in files)
        {
            var secret = Assert.Single(Catalog.Scan(new FileContent(new TreePath("a.ps1"), bytes)).Assets, a => a.Kind == AssetKind.Secret);
            Assert.Equal(("KEY", 2), (secret.Text("variable"), secret.Evidence[0].Line));
        }
    }

    [Fact]
    public void An_aws_pair_opens_the_same_identity_of_the_account_in_the_key_id()
    {
        // Ten characters of base 32 that hold the account 123456789012, and six at random.
        const string Id = "AKI" + "ARZPUZDIKAA" + "W5XZ3P";
        var secret = Catalog.Formats.ById["aws-secret-key"].Valid[0].Join(new Random(3).Next);

        var map = Catalog.Scan(("env.sh", $"export AWS_ACCESS_KEY_ID={Id}\nexport {secret}\n"));

        var identity = Assert.Single(map.Assets, a => a.Kind == AssetKind.Identity);
        Assert.Equal($"identity:aws/123456789012/access-key/{Catalog.Key.Fingerprint(Encoding.ASCII.GetBytes(Id))}", identity.Id.Value);
        Assert.Equal(["aws-access-key", "aws-secret-key"], map.Incoming(identity, RelationKind.Grants).Select(r => r.From.Text("keyType")));
    }

    [Fact]
    public void A_database_address_opens_the_database_that_it_names()
    {
        var map = Catalog.Scan(
            ("a.env", "DATABASE_URL=postgres" + "ql://app:k3Vw9Zx1Qp@db.acme-corp.io:5432/orders?sslmode=require\nCACHE=redis" + "://:Zx81kQw77p@cache:6379/0\n"));

        Assert.Equal(
            ["data-store:postgresql/db.acme-corp.io/orders", "data-store:repo/acme/support/redis/cache/0"],
            map.Assets.Where(a => a.Kind == AssetKind.DataStore).Select(a => a.Id.Value));
    }

    [Fact]
    public void A_service_account_key_opens_the_account_beside_it_and_is_the_same_key_as_its_file()
    {
        var pem = Catalog.Sample("private-key").ReplaceLineEndings("\\n");
        var json = $$"""{"type": "service_account", "project_id": "acme", "private_key_id": "x", "private_key": "{{pem}}\n", "client_email": "train@acme-ml.iam.gserviceaccount.com"}""";

        var map = Catalog.Scan(("sa.json", json));

        var secret = Assert.Single(map.Assets, a => a.Kind == AssetKind.Secret);
        Assert.Equal("gcp-service-account", secret.Text("keyType"));
        Assert.Equal("identity:gcp/acme-ml/service-account/train@acme-ml.iam.gserviceaccount.com", map.Outgoing(secret, RelationKind.Grants).Single().To.Id.Value);
        var alone = Assert.Single(Catalog.Scan(("key.pem", pem.Replace("\\n", "\r\n", StringComparison.Ordinal))).Assets, a => a.Kind == AssetKind.Secret);
        Assert.Equal(secret.Text("fingerprint"), alone.Text("fingerprint"));
    }

    [Fact]
    public void Lock_files_and_minified_code_are_searched_only_for_keys_with_a_mark()
    {
        var named = Catalog.Sample("cohere");

        Assert.DoesNotContain(Catalog.Scan(("package-lock.json", named), ("poetry.lock", named), ("a.min.js", named)).Assets, a => a.Kind == AssetKind.Secret);
        Assert.Single(Catalog.Scan(("a.min.js", $"{named};k=\"{Key}\"")).Assets, a => a.Kind == AssetKind.Secret);
    }

    private static FileContent File(string path, string text) => new(new TreePath(path), Encoding.UTF8.GetBytes(text));

    private static FileContent History(string path, string text, string commit, int day) => new(new TreePath(path), Encoding.UTF8.GetBytes(text))
    {
        Revision = new Revision(commit, new DateTimeOffset(2026, 3, day, 12, 0, 0, TimeSpan.Zero), InTree: false),
    };
}
