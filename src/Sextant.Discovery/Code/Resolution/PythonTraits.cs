using System.Collections.Frozen;
using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Python's own names, and those of the libraries through which values reach Python programs.</summary>
internal static class PythonTraits
{
    public static readonly LanguageTraits All = new()
    {
        Reexports = true,
        Self = null,
        Builtins = Set("""
            abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir
            divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance
            issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed
            round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__
            """),
        PropertyDecorators = Set("property cached_property computed_field"),
        TransparentTypes = Set("""
            typing.Optional typing.Annotated typing.Union typing.Final typing.ClassVar typing.Awaitable typing.AsyncGenerator
            typing.Generator typing.Iterator typing.AsyncIterator typing.Required typing.NotRequired typing_extensions.Annotated
            typing_extensions.Optional dataclasses.InitVar sqlalchemy.orm.Mapped collections.abc.Awaitable collections.abc.Iterator
            collections.abc.AsyncIterator collections.abc.Generator collections.abc.AsyncGenerator
            """),
        ClassTypes = Set("typing.Type builtins.type"),
        TransparentCalls = Set("""
            builtins.str() os.path.expanduser() os.path.expandvars() copy.copy()
            copy.deepcopy() sys.intern() os.fspath() asyncio.run() omegaconf.OmegaConf.create() omegaconf.DictConfig() omegaconf.OmegaConf.to_container()
            omegaconf.OmegaConf.merge() box.Box() box.ConfigBox() munch.munchify() munch.Munch.fromDict() easydict.EasyDict() addict.Dict()
            """),
        WrappingCalls = Set("pathlib.Path() pathlib.PurePath() pydantic.SecretStr() pydantic.v1.SecretStr()"),
        DedentingCalls = Set("textwrap.dedent() inspect.cleandoc()"),
        TransparentMethods = Set("get_secret_value"),
        EnvironmentReaders = Set("""
            os.getenv() os.environ.get() os.environ[] os.environ.pop() os.environ.setdefault()
            decouple.config() environs.Env().str() environs.Env()() environ.Env()() environ.Env().str() starlette.config.Config()()
            google.colab.userdata.get() streamlit.secrets[] streamlit.secrets.get()
            """),
        FieldMakers = Set("""
            pydantic.Field() pydantic.v1.Field() pydantic.fields.Field() pydantic_settings.Field() dataclasses.field() attr.ib() attrs.field()
            typer.Option() typer.Argument() fastapi.Query() fastapi.Form() fastapi.Body() fastapi.Header() fastapi.Cookie() fastapi.Path()
            click.Option() sqlmodel.Field()
            """),
        CallingCalls = Set("fastapi.Depends() fastapi.Security() fastapi.params.Depends() litestar.di.Provide()"),
        DocumentMembers = new Dictionary<string, (string Decorator, string Path)>
        {
            ["agents_config"] = ("CrewBase", "config/agents.yaml"),
            ["tasks_config"] = ("CrewBase", "config/tasks.yaml"),
        }.ToFrozenDictionary(),
        MappingMakers = Set("builtins.dict() types.SimpleNamespace() argparse.Namespace() box.Box() munch.Munch() easydict.EasyDict() addict.Dict() collections.OrderedDict()"),
        FieldFactories = Set("model_validate parse_obj model_construct from_dict"),
        DocumentLoaders = Set("""
            yaml.safe_load() yaml.load() yaml.full_load() yaml.unsafe_load() json.load() json.loads() tomllib.load() tomllib.loads() tomli.load()
            tomli.loads() toml.load() toml.loads() ruamel.yaml.YAML().load() ruamel.yaml.safe_load() omegaconf.OmegaConf.load() hydra.compose()
            dynaconf.Dynaconf() dynaconf.LazySettings() orjson.loads() ujson.load() ujson.loads() simplejson.load() json5.load() box.Box.from_yaml()
            box.Box.from_json() anyconfig.load() pyhocon.ConfigFactory.parse_file() commentjson.load()
            """),
        FileOpeners = Set("builtins.open() io.open() codecs.open() aiofiles.open() gzip.open() os.open()"),
        PathJoiners = Set("os.path.join() pathlib.Path() pathlib.PurePath() posixpath.join()"),
        OptionDecorators = Set("click.option() click.argument() asyncclick.option() rich_click.option()"),
        ParsedArguments = Set("""
            argparse.ArgumentParser().parse_args() argparse.ArgumentParser().parse_known_args()[] configargparse.ArgumentParser().parse_args()
            simple_parsing.ArgumentParser().parse_args()
            """),
        SettingsBases = Set("pydantic_settings.BaseSettings pydantic.BaseSettings pydantic.v1.BaseSettings"),
    };
}
