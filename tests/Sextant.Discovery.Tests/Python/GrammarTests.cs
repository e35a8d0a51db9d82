using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Tests.Resolution;

namespace Sextant.Discovery.Tests.Python;

/// <summary>Newer and rarer syntax of Python.</summary>
public sealed class GrammarTests
{
    [Theory]
    [InlineData("x = t\"Hello {name!r:>{width}}\"\n")]
    [InlineData("try:\n    f()\nexcept A, B:\n    g()\nexcept* C, D as e:\n    h()\n")]
    [InlineData("class Box[T: int = str, *Ts = *tuple[int], **P = [int]]:\n    pass\n")]
    [InlineData("def first[T: (int, str) = int](x: list[T], /, *, y: T) -> T: ...\n")]
    [InlineData("type Pair[T = int] = tuple[T, T]\n")]
    [InlineData("x = f\"{f\"{f\"{1 + 1}\"}\"}\"\ny = f\"{x['a']} {'\\n'.join(z)} {\n    a  # comment\n}\"\n")]
    [InlineData("x = f'{y=} {z!s} {d:%Y-%m-%d} {{literal}}'\n")]
    [InlineData("match cmd:\n    case {\"model\": str(model), **rest}:\n        use(model)\n    case Point(x=0, y=yy) | [1, *others] if yy > 0:\n        pass\n    case _:\n        pass\n")]
    [InlineData("with (open(a) as f, open(b) as g,):\n    pass\n")]
    [InlineData("lambda x, /, y=1, *args, z, **kw: (yield)\n")]
    [InlineData("async def f():\n    async with a as b, c:\n        async for x in y:\n            await z\n    return [i async for i in g() if await h(i)]\n")]
    [InlineData("print(*a, **b, sep='')\nx = a if b else c\nx[1:2, ..., None] = 0x_ff + 1_000j\n")]
    [InlineData("global a\nnonlocal_ = 1\ndel a, b[0]\nassert x, 'y'\nraise X from Y\n")]
    [InlineData("@(lambda f: f)\n@x.y[0](z)\ndef g(): ...\n")]
    [InlineData("match = 1\ncase = 2\ntype = 3\n_ = match + case + type\nmatch(x)\ntype(x)\n")]
    [InlineData("if (n := len(a)) > 10: print(n)\nelif b: pass\nelse: pass\nfor i, (j, k) in x: pass\nelse: pass\n")]
    [InlineData("def f(a, b: int = 1, *args: *Ts, c, **kw: Unpack[T]) -> None: return\n")]
    [InlineData("x = rb'\\x' b\"y\" ; y = 'a' \\\n  'b'\n")]
    [InlineData("def g():\n    try:\n        return 1\n    finally:\n        pass\n")]
    public void It_is_read_without_errors(string source) => Assert.Empty(new PythonFrontEnd().Read("a.py", source).Errors);

    [Theory]
    [InlineData("from enum import Enum\nclass Model(Enum):\n    GPT4 = 'gpt-4'\nprobe(Model.GPT4.value)\n", "gpt-4")]
    [InlineData("from enum import StrEnum\nclass Model(StrEnum):\n    GPT4 = 'gpt-4'\nprobe(Model.GPT4)\n", "gpt-4")]
    [InlineData("from enum import Enum\nclass Model(str, Enum):\n    GPT4 = 'gpt-4'\nprobe(Model['GPT4'].value)\n", "gpt-4")]
    [InlineData("match kind:\n    case 'a':\n        name = 'gpt-4'\nprobe(name)\n", "gpt-4")]
    [InlineData("config = {'model': 'gpt-4'}\nmatch config:\n    case {'model': name}:\n        probe(name)\n", "gpt-4")]
    [InlineData("pair = ('gpt-4', 1)\nmatch pair:\n    case (name, _):\n        probe(name)\n", "gpt-4")]
    [InlineData("match 'gpt-4':\n    case name:\n        probe(name)\n", "gpt-4")]
    [InlineData("name = 'gpt-4'\nprobe(f\"{f'{name}'}\")\n", "gpt-4")]
    [InlineData("name = '4'\nprobe(t'gpt-{name}')\n", "gpt-4")]
    [InlineData("from dataclasses import dataclass, field\n@dataclass\nclass C:\n    model: str = field(default='gpt-4')\nprobe(C().model)\n", "gpt-4")]
    [InlineData("from typing import NamedTuple\nclass C(NamedTuple):\n    model: str\nprobe(C('gpt-4').model)\n", "gpt-4")]
    [InlineData("import types\nc = types.SimpleNamespace(model='gpt-4')\nprobe(c.model)\n", "gpt-4")]
    [InlineData("c = dict(model='gpt-4')\nprobe(c['model'])\n", "gpt-4")]
    [InlineData("c = {}\nc['model'] = 'gpt-4'\nprobe(c['model'])\n", "gpt-4")]
    [InlineData("c = {'a': 1} | {'model': 'gpt-4'}\nprobe(c['model'])\n", "gpt-4")]
    public void Values_are_followed_through_it(string source, string text) => Assert.Equal([text], SourceTree.Of(source).Texts().Select(t => t.Text).Distinct());
}
