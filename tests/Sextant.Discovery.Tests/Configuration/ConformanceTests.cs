using System.Text;
using CsCheck;
using Sextant.Discovery.Code;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Configuration;

public sealed class ConformanceTests
{
    private static readonly string[] Paths =
    [
        "requirements.txt", "pyproject.toml", "Pipfile", "setup.cfg", "setup.py", "environment.yml", "package.json", "a.csproj", "go.mod", "Cargo.toml", "pom.xml",
        "build.gradle", "libs.versions.toml", ".mcp.json", ".codex/config.toml", ".claude/settings.json", ".continue/mcpServers/a.yaml", "compose.yaml", "Dockerfile",
        ".github/workflows/ci.yml", "policy.json", "sextant.yaml", "CODEOWNERS", "flow.json", "app.yml", "application.properties", "application.yml", "a.ipynb",
    ];

    private static readonly string[] Seeds =
    [
        "openai==1.0 --hash=sha256:ab\n-r other.txt\n",
        "[project]\ndependencies = [\"openai==1\"]\n[tool.poetry.dependencies]\nopenai = {version=\"1\"}\n",
        "{\"mcpServers\":{\"a\":{\"command\":\"npx\",\"args\":[\"-y\",\"x@1\"],\"env\":{\"A_TOKEN\":\"b\"}}},\"hooks\":{\"Stop\":[{\"command\":\"ls\"}]},\"permissions\":{\"allow\":[\"Bash\"]}}",
        "services:\n  a:\n    image: vllm/vllm-openai:v1\n    command: [\"--model\", \"a/b\"]\n    ports: [\"80:80\"]\n    environment: {DATABASE_URL: \"postgres://a:b@c:1/d\"}\n",
        "FROM a AS b\nENV A=b\nRUN <<E\nollama pull x\nE\nCMD [\"vllm\", \"serve\", \"a/b\"]\n",
        "on: [push]\njobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n        with: {prompt: '${{ github.event.issue.body }}'}\n      - run: python a.py && aws s3 cp a s3://b/c\n",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::abc/*\"}]}",
        "<Project><ItemGroup><PackageReference Include=\"OpenAI\" Version=\"1.0\" /></ItemGroup></Project>",
        "applications:\n  - {name: a, path: b, uses: [model:openai/x]}\nsuppress:\n  - {rule: a, reason: b, expires: 2026-01-01}\n",
        "* @a/b\n/c/ d@e.f\n",
        "{\"nodes\":[{\"name\":\"a\",\"type\":\"@n8n/n8n-nodes-langchain.agent\"},{\"id\":\"b\",\"data\":{\"name\":\"chatOpenAI\",\"inputs\":{\"modelName\":\"x\"}}}],\"connections\":{\"a\":{\"main\":[[{\"node\":\"a\"}]]}},\"edges\":[]}",
        "spring.ai.openai.api-key=${KEY:x}\nspring.ai.openai.chat.options.model=gpt-4o\nspring.ai.mcp.client.stdio.connections.a.command=\nspring.datasource.url=jdbc:postgresql://a:1/b\\\n  c\n",
        "spring:\n  ai:\n    ollama: {base-url: \"http://a:1\", chat: {model: x}}\n    mcp: {client: {stdio: {connections: {a: {command: npx, args: [-y, b@1]}}}}}\n",
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"a\"],\"outputs\":[{\"text\":[\"mail a@b.de c@d.de\"]},{\"data\":{\"text/html\":\"x\"}}]}]}",
        "kind: app\napp: {name: a}\nmodel_config: {model: {provider: openai, name: x}, agent_mode: {enabled: true, tools: [{tool_name: t}]}}\n",
    ];

    private static void ReadsAll(byte[] bytes)
    {
        foreach (var path in Paths)
            new ConfigurationTree().With(path, bytes).Map();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("a: [")]
    [InlineData("<a>")]
    [InlineData("FROM")]
    [InlineData("FROM a\nRUN <<")]
    [InlineData("=\n==\n[]\n[a]\n=b")]
    [InlineData("services: [a, b]")]
    [InlineData("services: {a: , b: [], c: {ports: {x: y}, environment: a, volumes: [null]}}")]
    [InlineData("jobs: {a: {steps: [null, {uses: }, {run: [a]}]}}")]
    [InlineData("{\"mcpServers\": [1, {\"command\": {}}, {\"url\": \"://\"}], \"servers\": {\"a\": {\"command\": \"\"}}}")]
    [InlineData("{\"Version\": \"2012-10-17\", \"Statement\": [null, {\"Effect\": \"Allow\", \"Principal\": 1, \"Resource\": [\"arn:aws:s3:::\", \"arn:::::\"]}]}")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public void Every_inspector_survives_what_is_no_file_of_its_kind(string text) => ReadsAll(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("- ")]
    [InlineData("<a>")]
    [InlineData("a = [")]
    [InlineData("${")]
    [InlineData("$(")]
    [InlineData("RUN a \\\n")]
    public void Every_inspector_survives_depth(string repeated) => ReadsAll(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 20_000))));

    [Fact]
    public void Every_inspector_survives_every_truncation()
    {
        foreach (var seed in Seeds)
        {
            for (var length = 0; length < seed.Length; length += 7)
                ReadsAll(Encoding.UTF8.GetBytes(seed[..length]));
        }
    }

    [Fact]
    public void Every_inspector_survives_random_bytes() => Gen.Byte.Array[0, 200].Sample(ReadsAll, iter: 100, threads: 1);

    [Fact]
    public void Every_inspector_survives_mutated_files() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Int[0, 400], Gen.String[Gen.Char["{}[]:,\"'\n $#@/\\=-*&!<>ab1\0é"], 0, 6], Gen.Int[0, 10]).Sample((seed, at, inserted, removed) =>
        {
            var text = Seeds[seed];
            var place = Math.Min(at, text.Length);
            ReadsAll(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, place), inserted, text.AsSpan(Math.Min(text.Length, place + removed)))));
        }, iter: 400, threads: 1);

    [Fact]
    public void Every_recorded_facet_is_in_the_vocabulary_with_an_allowed_value()
    {
        var tree = new ConfigurationTree();
        for (var i = 0; i < Paths.Length; i++)
        {
            foreach (var seed in Seeds)
                tree.With($"{i}/{Array.IndexOf(Seeds, seed)}/{Paths[i]}", seed);
        }

        foreach (var property in tree.Map().Assets.SelectMany(a => a.Properties))
        {
            var facet = Vocabulary.Facets[property.Name];
            var values = property.Value is PropertyValue.Set set ? set.Members : [property.Value.ToString()];
            Assert.True(facet.Values.Count == 0 || values.All(v => facet.Values.Contains(v)), $"{property.Name}={property.Value}");
            Assert.Equal(facet.Type == FacetType.Set, property.Value is PropertyValue.Set);
            Assert.Equal(facet.Type == FacetType.Flag, property.Value is PropertyValue.Flag);
        }
    }

    [Fact]
    public void Wants_allocates_nothing()
    {
        var inspectors = ConfigurationTree.All();
        var path = new TreePath("src/deep/folder/of/code/module.py");
        foreach (var inspector in inspectors)
            inspector.Wants(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var inspector in inspectors)
            inspector.Wants(path);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Asking_what_reads_a_file_allocates_nothing()
    {
        var path = new TreePath("src/deep/folder/of/code/settings.gradle.kts");
        Assert.Null(Languages.FrontEndOf(path));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Languages.FrontEndOf(path);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
