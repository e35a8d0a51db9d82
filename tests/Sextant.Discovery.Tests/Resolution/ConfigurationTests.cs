using CsCheck;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Code.Settings;

namespace Sextant.Discovery.Tests.Resolution;

/// <summary>Values that files of a repository give to what its code reads.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData(".env", "MODEL=gpt-4o\n")]
    [InlineData(".env", "# models\nexport MODEL = \"gpt-4o\" # the good one\n")]
    [InlineData(".env.example", "MODEL='gpt-4o'\n")]
    [InlineData("docker-compose.yml", "services:\n  app:\n    environment:\n      MODEL: ${MODEL:-gpt-4o}\n")]
    [InlineData("compose.yaml", "services:\n  app:\n    environment:\n      - MODEL=gpt-4o\n")]
    public void A_variable_has_the_value_of_the_nearest_file(string path, string content) => Gives(
        new SourceTree().With("src/app.py", "import os\nprobe(os.environ['MODEL'])\n").With(path, content), "gpt-4o", TextSource.Configuration);

    [Theory]
    [InlineData("MODEL=\n")]
    [InlineData("MODEL=your-model-here\n")]
    [InlineData("MODEL=<model>\n")]
    [InlineData("MODEL=${OTHER}\n")]
    [InlineData("MODEL=sk-proj-abcdefghijklmnop1234\n")]
    [InlineData("MODEL=Zm9vYmFyQmF6UXV4MTIzNDU2Nzg5\n")]
    [InlineData("#MODEL=gpt-4o\n")]
    [InlineData("OTHER=gpt-4o\n")]
    public void What_is_no_value_is_not_taken(string content) =>
        Assert.Empty(SourceTree.Of("import os\nprobe(os.getenv('MODEL'))\n").With(".env", content).Texts());

    [Fact]
    public void A_secret_is_never_taken() =>
        Assert.Empty(SourceTree.Of("import os\nprobe(os.getenv('OPENAI_API_KEY'))\n").With(".env", "OPENAI_API_KEY=abc\n").Texts());

    [Fact]
    public void A_password_in_an_address_is_left_out() => Gives(
        SourceTree.Of("import os\nprobe(os.getenv('DATABASE_URL'))\n").With(".env", "DATABASE_URL=postgresql://app:hunter2@db:5432/app\n"), "postgresql://db:5432/app", TextSource.Configuration);

    [Fact]
    public void The_real_file_comes_before_its_example_and_the_nearest_before_the_root()
    {
        var tree = new SourceTree().With("svc/app.py", "import os\nprobe(os.getenv('A'))\nprobe(os.getenv('B'))\n")
            .With(".env", "A=root\nB=root\n").With("svc/.env.example", "A=example\nB=example\n").With("svc/.env", "A=near\n");
        Assert.Equal(["near", "example"], tree.Ask((r, p) => r.TextsOf(p).Single().Text));
    }

    [Fact]
    public void A_default_in_code_stays_beside_the_configured_value()
    {
        var tree = SourceTree.Of("import os\nprobe(os.getenv('MODEL', 'gpt-4o-mini'))\n").With(".env", "MODEL=gpt-4o\n");
        Assert.Equal([("gpt-4o", TextSource.Configuration), ("gpt-4o-mini", TextSource.Default)], tree.Texts());
    }

    [Fact]
    public void A_field_of_settings_has_the_value_of_its_variable()
    {
        var tree = SourceTree.Of("from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    model_name: str = 'gpt-4o-mini'\nprobe(S().model_name)\n").With(".env", "MODEL_NAME=gpt-4o\n");
        Assert.Equal(["gpt-4o", "gpt-4o-mini"], tree.Texts().Select(t => t.Text).Order());
    }

    [Theory]
    [InlineData("import yaml\nwith open('config.yaml') as f:\n    config = yaml.safe_load(f)\nprobe(config['model']['name'])\n")]
    [InlineData("import yaml\nfrom pathlib import Path\nconfig = yaml.safe_load((Path(__file__).parent / 'config.yaml').read_text())\nprobe(config['model'].get('name'))\n")]
    [InlineData("import yaml, os\nHERE = os.path.dirname(__file__)\ndef load():\n    return yaml.safe_load(open(os.path.join(HERE, 'config.yaml'), 'rb'))\nprobe(load()['model']['name'])\n")]
    [InlineData("import yaml\ndef load(path='config.yaml'):\n    with open(path) as f:\n        return yaml.load(f.read(), Loader=yaml.SafeLoader)\ncfg = load()\nprobe(cfg['model']['name'])\n")]
    [InlineData("from omegaconf import OmegaConf\ncfg = OmegaConf.load('config.yaml')\nprobe(cfg.model.name)\n")]
    [InlineData("import hydra\n@hydra.main(config_path='.', config_name='config')\ndef main(cfg):\n    probe(cfg.model.name)\n")]
    [InlineData("from dynaconf import Dynaconf\nsettings = Dynaconf(settings_files=['config.yaml'])\nprobe(settings.MODEL.NAME)\n")]
    public void A_document_that_code_loads_means_what_it_holds(string source)
    {
        var text = SourceTree.Of(source).With("config.yaml", "temperature: 0\nmodel:\n  name: gpt-4o\n").ResolvedTexts().Single();
        Assert.Equal(("gpt-4o", TextSource.Configuration, "config.yaml", 3), (text.Text, text.Source, text.Path, text.Line));
    }

    [Theory]
    [InlineData("import json\nprobe(json.load(open('settings.json'))['llm']['model'])\n", "settings.json", "{\"llm\": {\"model\": \"gpt-4o\"}}")]
    [InlineData("import tomllib\nwith open('settings.toml', 'rb') as f:\n    data = tomllib.load(f)\nprobe(data['llm']['model'])\n", "settings.toml", "[llm]\nmodel = \"gpt-4o\"\n")]
    [InlineData("import yaml\nprobe(yaml.safe_load(open('s.yml'))['models'][1])\n", "s.yml", "models: [gpt-4, gpt-4o]\n")]
    [InlineData("import yaml\nprobe(yaml.safe_load(open('s.yml'))['model'])\n", "s.yml", "model: ${MODEL:-gpt-4o}\n")]
    [InlineData("from omegaconf import OmegaConf\nprobe(OmegaConf.load('s.yml').model)\n", "s.yml", "model: ${oc.env:MODEL,gpt-4o}\n")]
    public void Documents_of_all_formats_are_read(string source, string path, string content) => Gives(SourceTree.Of(source).With(path, content), "gpt-4o", TextSource.Configuration);

    [Fact]
    public void A_group_of_hydra_is_the_document_that_its_defaults_choose() => Gives(
        SourceTree.Of("import hydra\n@hydra.main(config_path='conf', config_name='config')\ndef main(cfg):\n    probe(cfg.model.name)\n")
            .With("conf/config.yaml", "defaults:\n  - model: big\n  - _self_\n").With("conf/model/big.yaml", "name: gpt-4o\n").With("conf/model/small.yaml", "name: gpt-4o-mini\n"),
        "gpt-4o", TextSource.Configuration);

    [Fact]
    public void A_secret_in_a_document_is_never_taken() =>
        Assert.Empty(SourceTree.Of("import yaml\nprobe(yaml.safe_load(open('c.yml'))['api_key'])\n").With("c.yml", "api_key: abcdef\n").Texts());

    [Theory]
    [InlineData("appsettings.json", "{\"OpenAI\": {\"Model\": \"gpt-4o\"}}", "src/App/Chat.cs", "OpenAI:Model")]
    [InlineData("src/Web/appsettings.json", "{\"OpenAI\": {\"Model\": \"gpt-4o\"}}", "src/Core/Chat.cs", "OpenAI:Model")]
    [InlineData("src/main/resources/application.properties", "openai.model = gpt-4o\n", "src/main/java/a/Chat.java", "openai.model")]
    [InlineData("src/main/resources/application.yml", "openai:\n  model: ${OPENAI_MODEL:gpt-4o}\n", "src/main/java/a/Chat.java", "openai.model")]
    [InlineData(".env", "OPENAI_MODEL=gpt-4o\n", "src/main/java/a/Chat.java", "openai.model")]
    [InlineData(".env", "OpenAI__Model=gpt-4o\n", "Chat.cs", "OpenAI:Model")]
    [InlineData("config/default.json", "{\"openai\": {\"model\": \"gpt-4o\"}}", "src/chat.ts", "openai.model")]
    public void Settings_of_other_languages_are_found_by_their_keys(string path, string content, string from, string key) =>
        Assert.Equal("gpt-4o", new RepositorySettings(new SourceTree().With(path, content)).Find(key, from)?.Text);

    [Fact]
    public void Settings_of_several_programs_that_differ_are_not_chosen_from() =>
        Assert.Null(new RepositorySettings(new SourceTree().With("a/appsettings.json", "{\"M\": {\"N\": \"x\"}}").With("b/appsettings.json", "{\"M\": {\"N\": \"y\"}}")).Find("M:N", "c/Chat.cs"));

    [Fact]
    public void Any_bytes_end() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        foreach (var path in (string[])[".env", "compose.yaml", "appsettings.json", "application.properties", "config.toml"])
        {
            var settings = new RepositorySettings(new SourceTree().With(path, text));
            settings.Find("A:B", "x.cs");
            settings.Document(path, "x.py");
        }
    });

    private static void Gives(SourceTree tree, string text, TextSource source) => Assert.Equal([(text, source)], tree.Texts());
}
