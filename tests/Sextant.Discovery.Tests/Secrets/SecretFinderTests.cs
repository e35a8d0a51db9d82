using Sextant.Discovery.Secrets;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class SecretFinderTests
{
    private static readonly string Key = Catalog.Sample("openai-project");

    [Theory]
    [InlineData("OPENAI_API_KEY = \"{0}\"", "OPENAI_API_KEY")]
    [InlineData("\"openai_api_key\": \"{0}\"", "OPENAI_API_KEY")]
    [InlineData("  openaiApiKey: '{0}',", "OPENAI_API_KEY")]
    [InlineData("export OPENAI_API_KEY={0}", "OPENAI_API_KEY")]
    [InlineData("ENV OPENAI_API_KEY {0}", "OPENAI_API_KEY")]
    [InlineData("ENV OPENAI_API_KEY=\"{0}\"", "OPENAI_API_KEY")]
    [InlineData("os.environ[\"OPENAI_API_KEY\"] = \"{0}\"", "OPENAI_API_KEY")]
    [InlineData("process.env.OPENAI_API_KEY = `{0}`;", "OPENAI_API_KEY")]
    [InlineData("setenv(\"OPENAI_API_KEY\", \"{0}\")", "OPENAI_API_KEY")]
    [InlineData("const OPENAI_API_KEY: string = \"{0}\";", "OPENAI_API_KEY")]
    [InlineData("var openaiKey string = \"{0}\"", "OPENAI_KEY")]
    [InlineData("self.api_key = \"{0}\"", "API_KEY")]
    [InlineData("openai.api_key = \"{0}\"", "OPENAI_API_KEY")]
    [InlineData("OpenAI(api_key=\"{0}\")", "API_KEY")]
    [InlineData("run --openai-api-key {0}", "OPENAI_API_KEY")]
    [InlineData("https://x.io/v1?api_key={0}&n=1", "API_KEY")]
    [InlineData("\"source\": [\"import openai\\n\", \"OPENAI_API_KEY = \\\"{0}\\\"\\n\"]", "OPENAI_API_KEY")]
    [InlineData("\"x\\n\\tapiToken = \\\"{0}\\\"\"", "API_TOKEN")]
    [InlineData("- name: OPENAI_API_KEY\n  value: {0}", "OPENAI_API_KEY")]
    [InlineData("Authorization: Bearer {0}", "AUTHORIZATION")]
    [InlineData("{0}", "")]
    [InlineData("see {0} there", "")]
    public void The_name_beside_a_value_is_read(string line, string variable)
    {
        var secret = Assert.Single(Catalog.Finder.SecretsIn(line.Replace("{0}", Key, StringComparison.Ordinal)));

        Assert.Equal(("openai-project", variable), (secret.Format.Id, secret.Variable));
    }

    [Theory]
    [InlineData("x{0}")]
    [InlineData("{0}x")]
    [InlineData("_{0}")]
    [InlineData("{0}-y")]
    public void A_piece_of_a_longer_word_is_no_key(string text) =>
        Assert.Empty(Catalog.Found(text.Replace("{0}", Key, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\\n{0}\\n")]
    [InlineData("key%3D{0}%26")]
    [InlineData("\\u0022{0}\\u0022")]
    [InlineData("https://{0}@host/")]
    [InlineData("({0})")]
    [InlineData("<v>{0}</v>")]
    public void Escapes_and_marks_do_not_hide_a_key(string text) =>
        Assert.Equal(["openai-project"], Catalog.Found(text.Replace("{0}", Key, StringComparison.Ordinal)));

    [Fact]
    public void Keys_back_to_back_are_found_once_each()
    {
        var keys = Enumerable.Range(1, 3).Select(seed => Catalog.Sample("groq", seed)).ToArray();

        Assert.Equal(keys.Length, Catalog.Found(string.Concat(keys)).Length);
        Assert.Equal(keys.Length, Catalog.Found(string.Join(',', keys)).Length);
    }

    [Fact]
    public void A_key_inside_a_run_of_base64_is_none()
    {
        var run = new string('A', 20) + "b9Zq" + new string('C', 20);

        Assert.Empty(Catalog.Found($"{run}/{Key}/{run}"));
    }

    [Theory]
    [InlineData("openai-project", 10)]
    [InlineData("anthropic-api", 10)]
    [InlineData("langsmith-personal", 10)]
    [InlineData("pinecone", 7)]
    public void Only_a_beginning_and_the_length_are_shown(string format, int shown)
    {
        var key = Catalog.Sample(format);
        var secret = Assert.Single(Catalog.Finder.SecretsIn(key));

        Assert.True(secret.Redacted.IndexOf('…', StringComparison.Ordinal) <= shown, secret.Redacted);
        Assert.EndsWith($"…({key.Length})", secret.Redacted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_redacted_wherever_it_holds_keys()
    {
        var redacted = Catalog.Finder.Redact($"a {Key} é {Catalog.Sample("groq")}!");

        Assert.Equal($"a sk-proj-{Key[8..10]}…({Key.Length}) é gsk_{Catalog.Sample("groq")[4..6]}…(56)!", redacted);
    }

    [Fact]
    public void A_fingerprint_key_is_made_once_and_readable_by_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "new", "fingerprint.key");

        var made = FingerprintKey.LoadOrCreate(path).Fingerprint("secret"u8);

        Assert.Equal(made, FingerprintKey.LoadOrCreate(path).Fingerprint("secret"u8));
        Assert.Equal(16, made.Length);
        Assert.NotEqual(made, Catalog.Key.Fingerprint("secret"u8));
        Assert.Equal([path], Directory.GetFiles(Path.Combine(folder, "new")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.WriteAllText(path, "short");
        Assert.Throws<InvalidDataException>(() => FingerprintKey.LoadOrCreate(path));
        Directory.Delete(folder, true);
    }
}
