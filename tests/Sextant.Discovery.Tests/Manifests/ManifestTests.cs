using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Manifests;

public sealed class ManifestTests
{
    private static string[] Packages(string path, string text, string? other = null, string otherText = "")
    {
        var tree = new ConfigurationTree().With(path, text);
        if (other is not null)
            tree.With(other, otherText);
        var map = tree.Map();
        return [.. map.Assets.Where(a => a.Kind == AssetKind.Package).Select(a => $"{a.Id.Path} {a.Text("pinned")} {a.Text("version")}".TrimEnd())];
    }

    [Fact]
    public void Requirements_are_read_with_extras_markers_pins_and_hashes() => Assert.Equal(
        ["pypi/anthropic floating", "pypi/langchain-openai version 0.3.1", "pypi/openai version 1.2.3", "pypi/torch digest 2.1.0+cu118", "pypi/transformers digest 0123456789012345678901234567890123456789"],
        Packages("requirements.txt", """
            # comment openai==9
            openai[datalib]==1.2.3 ; python_version > "3.8"  # why
            LangChain_OpenAI == 0.3.1
            anthropic>=0.20,<1
            requests==2.0
            torch==2.1.0+cu118 \
                --hash=sha256:abc \
                --hash=sha256:def
            transformers @ git+https://github.com/huggingface/transformers@0123456789012345678901234567890123456789
            --index-url https://user:secret@example.com/simple
            """));

    [Fact]
    public void Included_requirements_are_read_within_the_tree_only()
    {
        var map = new ConfigurationTree().With("app/requirements.txt", "-r base.txt\n-r ../../etc/passwd\n--requirement=/etc/x\n").With("app/base.txt", "openai\n").Map();
        Assert.Equal(["package:pypi/openai"], map.Ids(AssetKind.Package));
        Assert.Equal(["app/requirements.txt:2", "app/requirements.txt:3"], map.Gaps.Select(g => g.Scope));
        Assert.Equal(["application:repo/acme/app/app > package:pypi/openai"], map.Relations(RelationKind.DependsOn));
    }

    [Fact]
    public void Pyproject_is_read_in_all_its_dialects() => Assert.Equal(
        ["pypi/anthropic floating", "pypi/chromadb version 0.5.0", "pypi/cohere floating", "pypi/langchain version 0.3.0", "pypi/openai version 1.0", "pypi/qdrant-client floating"],
        Packages("pyproject.toml", """
            [project]
            dependencies = ["openai==1.0", "requests"]
            [project.optional-dependencies]
            x = ["anthropic"]
            [dependency-groups]
            dev = ["qdrant-client>=1", {include-group = "x"}]
            [tool.poetry.dependencies]
            chromadb = "0.5.0"
            cohere = "^5"
            [tool.poetry.group.a.dependencies]
            langchain = {version = "==0.3.0", extras = ["a"]}
            """));

    [Fact]
    public void Other_python_manifests_are_read()
    {
        Assert.Equal(["pypi/anthropic floating", "pypi/openai version 1.2.3"], Packages("Pipfile", "[packages]\nopenai = \"==1.2.3\"\n[dev-packages]\nanthropic = \"*\"\n"));
        Assert.Equal(["pypi/openai version 1.0", "pypi/torch floating"], Packages("setup.cfg", "[options]\ninstall_requires =\n    openai==1.0\n    # cohere\n[options.extras_require]\nx = torch>2\n[other]\ninstall_requires = cohere\n"));
        Assert.Equal(["pypi/anthropic floating", "pypi/openai version 1.0"], Packages("setup.py", "setup(install_requires=[\n 'openai==1.0', # x\n],\n extras_require={'cohere': ['anthropic']})\nx='torch'"));
        Assert.Equal(["pypi/openai floating", "pypi/torch version 2.1"], Packages("environment.yml", "dependencies:\n  - python=3.10\n  - pytorch::pytorch=2.1=cuda\n  - pip:\n    - openai>1\n"));
    }

    [Fact]
    public void Npm_packages_are_read_with_aliases() => Assert.Equal(
        ["npm/@anthropic-ai/sdk floating", "npm/ai version 4.0.1", "npm/openai version 4.1.0"],
        Packages("package.json", """{"dependencies": {"openai": "4.1.0", "@anthropic-ai/sdk": "^0.20.0", "left-pad": "1.0.0"}, "devDependencies": {"vercel": "npm:ai@4.0.1"}}"""));

    [Fact]
    public void Other_ecosystems_are_read()
    {
        Assert.Equal(["nuget/azure.ai.openai floating", "nuget/openai version 2.1.0"], Packages("a.csproj", "<Project>\n<ItemGroup><PackageReference Include=\"OpenAI\" Version=\"2.1.0\" />\n<PackageReference Include=\"Azure.AI.OpenAI\"><Version>2.*</Version></PackageReference></ItemGroup></Project>"));
        Assert.Equal(["go/github.com/openai/openai-go/v2 version v2.0.1", "go/github.com/sashabaranov/go-openai version v1.2.0"], Packages("go.mod", "module x\nrequire github.com/sashabaranov/go-openai v1.2.0\nrequire (\n\tgithub.com/openai/openai-go/v2 v2.0.1 // indirect\n\tgithub.com/x/y v1\n)\n"));
        Assert.Equal(["cargo/async-openai floating", "cargo/tokenizers version 0.20.0"], Packages("Cargo.toml", "[dependencies]\nasync-openai = \"0.20\"\n[dev-dependencies]\ntokenizers = { version = \"=0.20.0\" }\n"));
        Assert.Equal(["maven/com.openai/openai-java version 1.0.0"], Packages("pom.xml", "<project><properties><v>1.0.0</v></properties><dependencies><dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>${v}</version></dependency></dependencies></project>"));
        Assert.Equal(["maven/com.openai/openai-java version 1.0.0"], Packages("build.gradle.kts", "implementation(\"com.openai:openai-java:1.0.0\")\n// implementation(\"x.y:z:1\")"));
    }

    [Fact]
    public void A_document_type_is_refused_and_recorded()
    {
        var map = new ConfigurationTree().With("a.csproj", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Project><PackageReference Include=\"OpenAI\"/></Project>").Map();
        Assert.Empty(map.Ids(AssetKind.Package));
        Assert.Single(map.Gaps);
    }
}
