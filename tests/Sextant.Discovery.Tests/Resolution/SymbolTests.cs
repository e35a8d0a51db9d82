namespace Sextant.Discovery.Tests.Resolution;

public sealed class SymbolTests
{
    [Fact]
    public void A_member_of_a_constructed_client_is_a_path_from_its_package() => Assert.Equal("openai.OpenAI().chat.completions.create", SourceTree.Of("""
        from openai import OpenAI
        client = OpenAI()
        probe(client.chat.completions.create)
        """).Symbol());

    [Theory]
    [InlineData("import openai as o\nprobe(o.ChatCompletion)", "openai.ChatCompletion")]
    [InlineData("import os.path\nprobe(os.path.join)", "os.path.join")]
    [InlineData("import a.b.c as d\nprobe(d.E)", "a.b.c.E")]
    [InlineData("from a.b import C as D\nprobe(D)", "a.b.C")]
    [InlineData("from a import *\nprobe(Thing)", "a.Thing")]
    [InlineData("probe(eval)", "builtins.eval")]
    [InlineData("probe(unknown)", null)]
    [InlineData("eval = 1\nprobe(eval)", null)]
    [InlineData("from langchain_openai import ChatOpenAI\nprobe(ChatOpenAI(model='x').bind_tools(t))", "langchain_openai.ChatOpenAI().bind_tools()")]
    [InlineData("from p import M\nprobe(M()['db']['c'])", "p.M()[][]")]
    [InlineData("from pydantic_ai import Agent\nprobe(Agent[Deps, str]('m'))", "pydantic_ai.Agent()")]
    [InlineData("from pydantic_ai import Agent\nprobe(Agent[Deps])", "pydantic_ai.Agent")]
    [InlineData("from a import X, Y\nprobe(X() if c else Y())", "a.X()")]
    [InlineData("from a import X\nprobe(given or X())", "a.X()")]
    [InlineData("from a import X\nif (m := X()):\n    probe(m.run)", "a.X().run")]
    [InlineData("from a import X\nwith X() as y:\n    probe(y.run)", "a.X().run")]
    [InlineData("from a import X\na, b = X(), 2\nprobe(a.run)", "a.X().run")]
    [InlineData("from a import f\na, b = f()\nprobe(b)", "a.f()[]")]
    [InlineData("from a import X\nfor t in [X(), 2]:\n    probe(t)", "a.X()")]
    [InlineData("from a import X\nfor i, t in enumerate([X()]):\n    probe(t)", "a.X()")]
    [InlineData("from a import X\nr = [probe(t) for t in [X()]]", "a.X()")]
    [InlineData("from a import X\nt = X()\nr = [probe(t) for t in unknown]", null)]
    [InlineData("from a import X\nx = X()\nf = lambda x: probe(x)", null)]
    [InlineData("from a import X\nmodels = {'fast': X()}\nprobe(models['fast'].run)", "a.X().run")]
    [InlineData("from functools import partial\nfrom a import X\nmake = partial(X, 1)\nprobe(make())", "a.X()")]
    [InlineData("from a import X\nprobe(getattr(X(), 'run'))", "a.X().run")]
    public void A_name_means_what_it_was_brought_in_or_assigned_as(string source, string? symbol) => Assert.Equal(symbol, SourceTree.Of(source).Symbol());

    [Fact]
    public void The_last_assignment_before_a_use_counts() => Assert.Equal(["a.X()", "b.Y()"], SourceTree.Of("""
        from a import X
        from b import Y
        c = X()
        probe(c)
        c = Y()
        probe(c)
        """).Symbols());

    [Fact]
    public void An_assignment_in_an_inner_scope_does_not_leak() => Assert.Equal("a.X()", SourceTree.Of("""
        from a import X
        from b import Y
        c = X()
        def f():
            c = Y()
        probe(c)
        """).Symbol());

    [Fact]
    public void A_name_declared_global_is_the_name_of_the_module() => Assert.Equal("a.X().run", SourceTree.Of("""
        from a import X
        client = None
        def start():
            global client
            client = X()
        def use():
            probe(client.run)
        """).Symbol());

    [Fact]
    public void A_name_that_is_assigned_from_itself_is_followed_to_the_one_before() => Assert.Equal("a.X().bind()", SourceTree.Of("""
        from a import X
        llm = X()
        llm = llm.bind()
        probe(llm)
        """).Symbol());

    [Fact]
    public void An_attribute_set_in_the_constructor_is_known_in_other_methods_and_from_outside() => Assert.Equal(["openai.OpenAI().chat", "openai.OpenAI().files"], SourceTree.Of("""
        from openai import OpenAI
        class A:
            def __init__(self):
                self.client = OpenAI()
            def run(self):
                probe(self.client.chat)
        probe(A().client.files)
        """).Symbols());

    [Fact]
    public void An_attribute_of_a_base_class_in_another_file_is_inherited() => Assert.Equal("openai.OpenAI().chat", SourceTree.Of("""
        from base import Base
        class A(Base):
            def run(self):
                probe(self.client.chat)
        """).With("base.py", """
        from openai import OpenAI
        class Base:
            client: OpenAI
        """).Symbol());

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Optional[OpenAI]")]
    [InlineData("OpenAI | None")]
    [InlineData("None | OpenAI")]
    [InlineData("Annotated[OpenAI, 'x']")]
    [InlineData("'OpenAI'")]
    [InlineData("Union[None, OpenAI]")]
    public void A_parameter_is_an_object_of_its_type(string type) => Assert.Equal("openai.OpenAI().chat", SourceTree.Of($"""
        from typing import Annotated, Optional, Union
        from openai import OpenAI
        def f(c: {type} = None):
            probe(c.chat)
        """).Symbol());

    [Theory]
    [InlineData("list[OpenAI]")]
    [InlineData("dict[str, OpenAI]")]
    [InlineData("str")]
    [InlineData("Callable[[], OpenAI]")]
    public void A_parameter_of_a_collection_is_unknown(string type) => Assert.Null(SourceTree.Of($"""
        from typing import Callable
        from openai import OpenAI
        def f(c: {type}):
            probe(c)
        """).Symbol());

    [Fact]
    public void A_factory_is_what_it_returns() => Assert.Equal(["a.X().go", "a.X()"], SourceTree.Of("""
        from factory import make, amake
        probe(make().go)
        async def f():
            x = await amake()
            probe(x)
        """).With("factory.py", """
        from a import X
        def make(kind=None):
            if kind: return None
            client = X()
            return client
        async def amake():
            return X()
        """).Symbols());

    [Fact]
    public void A_factory_of_unknown_result_is_what_its_type_says() => Assert.Equal("a.X()", SourceTree.Of("""
        from a import X
        def make() -> X:
            return registry["x"]
        probe(make())
        """).Symbol());

    [Fact]
    public void What_the_repository_defines_has_a_path_of_its_own() => Assert.Equal(["~tools.search.run", "~app.A()", "~app.A.go", "~app.A().other"], SourceTree.Of("""
        from tools.search import run
        class A:
            def go(self): pass
        probe(run)
        probe(A())
        probe(A.go)
        probe(A().other)
        """).With("tools/search.py", "def run(): pass").Symbols());

    [Fact]
    public void A_property_is_what_its_function_returns() => Assert.Equal("a.X().run", SourceTree.Of("""
        from a import X
        class A:
            @property
            def llm(self):
                return X()
            def go(self):
                probe(self.llm.run)
        """).Symbol());

    [Fact]
    public void An_import_is_followed_through_packages_star_imports_and_relative_modules() => Assert.Equal("openai.OpenAI().chat", new SourceTree()
        .With("src/app/main.py", "from app.llm import client\nprobe(client.chat)")
        .With("src/app/llm/__init__.py", "from .clients import *")
        .With("src/app/llm/clients.py", "from ..vendor import make\nclient = make()")
        .With("src/app/vendor.py", "from openai import OpenAI\ndef make():\n    return OpenAI()")
        .Symbol());

    [Fact]
    public void A_module_imported_whole_gives_its_members() => Assert.Equal(["a.X()", "a.X()"], new SourceTree()
        .With("pkg/main.py", "import pkg.config\nfrom pkg import config as c\nprobe(pkg.config.x)\nprobe(c.x)")
        .With("pkg/__init__.py", "")
        .With("pkg/config.py", "from a import X\nx = X()")
        .Symbols());

    [Fact]
    public void A_file_named_like_a_package_does_not_hide_it() => Assert.Equal(["openai.OpenAI()", "openai.OpenAI()"], new SourceTree()
        .With("llm/__init__.py", "")
        .With("llm/openai.py", "from openai import OpenAI\nprobe(OpenAI())")
        .With("llm/other.py", "from openai import OpenAI\nprobe(OpenAI())")
        .Symbols());

    [Fact]
    public void The_nearest_of_several_modules_of_one_name_is_meant() => Assert.Equal("b.Y", new SourceTree()
        .With("one/config.py", "from a import X as thing")
        .With("two/config.py", "from b import Y as thing")
        .With("two/main.py", "from config import thing\nprobe(thing)")
        .Symbol());

    [Fact]
    public void A_circle_of_names_means_nothing() => Assert.Null(SourceTree.Of("""
        def f():
            return g()
        def g():
            return f()
        x = y
        y = x
        probe(x)
        """).Symbol());

    [Fact]
    public void The_scope_of_a_name_is_the_function_that_it_names_wherever_it_is() => Assert.Equal(["run", "go", null], SourceTree.Of("""
        from tools import run
        class A:
            def go(self):
                probe(run)
                probe(self.go)
                probe(print)
        """).With("tools.py", "def run(): pass").Ask((resolver, probe) => resolver.ScopeOf(probe)?.Scope.Name));

    [Fact]
    public void The_definition_of_a_name_is_the_expression_that_it_stands_for() => Assert.Equal(["app.py:2", "config.py:1", "app.py:7"], SourceTree.Of("""
        from config import TOOLS
        agent = Agent(
            1)
        def f(x=3):
            probe(agent)
            probe(TOOLS)
            probe(x)
        """).With("config.py", "TOOLS = [a, b]").Ask((resolver, probe) => resolver.DefinitionOf(probe)).Select(d => $"{d.Unit.Path}:{d.Expression.Line}"));
}
