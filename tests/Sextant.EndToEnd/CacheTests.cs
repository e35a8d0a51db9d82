using System.Text;
using CsCheck;
using Sextant.Cli.Scanning;
using Sextant.Discovery;
using Sextant.Discovery.Memory;
using Sextant.Discovery.Secrets;
using Sextant.Evidence.Json;


namespace Sextant.EndToEnd;

/// <summary>What is taken from the cache is what a fresh scan says, byte for byte; and nothing of a key is ever in it.</summary>
public sealed class CacheTests : IDisposable
{
    private static readonly Installation Installation = new();
    private static readonly FingerprintKey Key = new(new byte[32]);

    // Made here, so that no key stands in a file.
    private static readonly string Secret = string.Concat("sk-proj-", Letters(74, 5), "T3Blbk", "FJ", Letters(74, 11));

    // Each file in versions: some name each other, some ask whether others are there, some keep something of what they saw.
    private static readonly (string Path, string[] Versions)[] Files =
    [
        ("app/settings.py", ["MODEL = \"gpt-4o\"\n", "MODEL = \"gpt-4.1\"\n", "import os\nMODEL = os.environ.get(\"MODEL\", \"o3\")\n", "from .deeper import MODEL\n"]),
        ("app/deeper.py", ["MODEL = \"gpt-4o-mini\"\n", "MODEL = \"gpt-4.1-mini\"\n"]),
        ("app/chat.py", [
            "from openai import OpenAI\nfrom .settings import MODEL\n\nOpenAI().chat.completions.create(model=MODEL, messages=[])\n",
            "# moved\nfrom openai import OpenAI\nfrom app.settings import MODEL\n\nOpenAI().chat.completions.create(model=MODEL, messages=[])\n",
            "print('no more')\n"]),
        ("app/tools.py", [
            "from agents import function_tool\nimport smtplib\n\n\n@function_tool\ndef send(to: str) -> None:\n    smtplib.SMTP('mail').sendmail('a', to, 'b')\n",
            "from agents import function_tool\n\n\n@function_tool\ndef send(to: str) -> str:\n    return to\n"]),
        ("app/agent.py", [
            "from agents import Agent\nfrom .tools import send\n\nagent = Agent(name='Desk', model='gpt-4o', instructions='Help.', tools=[send])\n",
            "from agents import Agent\nfrom tools import send\n\nagent = Agent(name='Desk', model='gpt-4o', tools=[send])  # sextant:ignore * known\n"]),
        ("tools.py", ["from agents import function_tool\n\n\n@function_tool\ndef send(to: str) -> str:\n    return open(to).read()\n"]),
        ("app/requirements.txt", ["openai==1.0\n-r more.txt\n", "anthropic\n", "openai-agents\n-r more.txt\n"]),
        ("app/more.txt", ["langchain\n", "chromadb\n"]),
        ("app/train.py", ["import torch\nmodel = torch.load('weights.pt')\n"]),
        ("app/weights.pt", ["x\n"]),
        ("pyproject.toml", ["[project]\nname = 'one'\n", "[project]\nname = 'openai-agents'\n"]),
        (".mcp.json", [
            """{ "mcpServers": { "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/"] } } }""",
            """{ "mcpServers": { "own": { "command": "python", "args": ["tools.py"] } } }"""]),
        ("docker-compose.yml", [
            "services:\n  llm:\n    image: vllm/vllm-openai:latest\n    ports: [\"8000:8000\"]\n    env_file: .env\n",
            "services:\n  web:\n    build: app\n    environment:\n      - DATABASE_URL=postgresql://u@db/x\n"]),
        (".env", [$"OPENAI_API_KEY={Secret}\n", "OPENAI_API_KEY=\n", "MODEL=gpt-4o\n"]),
        ("CODEOWNERS", ["/app/ @acme/desk\n", "* @acme/all\n"]),
        ("sextant.yaml", [
            "applications:\n  - name: app\n    path: app\n    owner: team/app\n",
            "repository: acme/named\n",
            "suppress:\n  - rule: mcp-server-unpinned\n    reason: ours\n    expires: 2099-01-01\n"]),
        (".gitignore", ["app/tools.py\n", "*.txt\n"]),
        (".sextantignore", ["app/agent.py\n"]),
        ("nested/sextant.yaml", ["repository: acme/nested\n"]),
        ("nested/chat.py", ["from openai import OpenAI\n\nOpenAI().chat.completions.create(model='gpt-4o', messages=[])\n"]),
        ("notes.bin", ["\0\0\0binary openai", "text openai"]),
    ];

    private readonly Tree _tree = new();
    private readonly Tree _cache = new();

    public void Dispose()
    {
        _tree.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_scan_with_a_cache_equals_a_fresh_one_whatever_happened_between(bool trustsMarks)
    {
        // A clock that is ahead makes files look settled, so that their marks are trusted; they then change no faster than clocks tick.
        var clock = new Clock(trustsMarks ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, Files.Length - 1], Gen.Int[0, 3]).List[10, 25].Sample(
            steps =>
            {
                using var tree = new Tree([.. Files.Take(8).Select(f => (f.Path, f.Versions[0]))]);
                using var cache = new Tree();
                var memory = new ScanCache(cache.Folder, Key, "test", clock);
                var said = new StringBuilder();
                foreach (var (kind, file, version) in steps)
                {
                    Change(tree, kind, file, version);
                    said.Append(System.Globalization.CultureInfo.InvariantCulture, $"{kind} {Files[file].Path} {version}; ");
                    if (trustsMarks)
                        Thread.Sleep(12);
                    var fresh = Scan(tree, null, clock);
                    var cached = Scan(tree, memory, clock);
                    if (fresh != cached)
                        throw new InvalidOperationException($"{said}\n{Difference(fresh, cached)}");
                }
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public void A_change_is_seen_through_files_that_did_not_change()
    {
        _tree.Write("app/chat.py", "from openai import OpenAI\nfrom .settings import MODEL\n\nOpenAI().chat.completions.create(model=MODEL, messages=[])\n");
        _tree.Write("app/settings.py", "from .deeper import MODEL\n");
        _tree.Write("app/deeper.py", "MODEL = 'gpt-4o'\n");
        Assert.Contains("model:openai/gpt-4o\"", Scan(_tree, Memory(), TimeProvider.System), StringComparison.Ordinal);
        _tree.Write("app/deeper.py", "MODEL = 'gpt-4.1'\n");
        Assert.Contains("model:openai/gpt-4.1\"", Scan(_tree, Memory(), TimeProvider.System), StringComparison.Ordinal);
        _tree.Write("app/settings/__init__.py", "MODEL = 'o3'\n");
        File.Delete(Path.Combine(_tree.Folder, "app/settings.py"));
        Assert.Contains("model:openai/o3\"", Scan(_tree, Memory(), TimeProvider.System), StringComparison.Ordinal);
        File.Delete(Path.Combine(_tree.Folder, "app/settings/__init__.py"));
        Assert.Equal(Scan(_tree, null, TimeProvider.System), Scan(_tree, Memory(), TimeProvider.System));
    }

    [Fact]
    public void An_inspector_that_concludes_at_the_end_says_what_it_keeps_or_remembers_by_itself()
    {
        var forgetful = typeof(IInspector).Assembly.GetTypes()
            .Where(t => t.IsClass && t.GetInterfaces().Contains(typeof(IInspector)) && t.GetMethod(nameof(IInspector.Close)) is not null)
            .Where(t => t.GetMethod(nameof(IInspector.Keeps)) is null);

        Assert.Empty(forgetful);
    }

    [Fact]
    public void Nothing_of_a_key_is_in_the_cache()
    {
        Git("init", "-q");
        _tree.Write(".env", $"OPENAI_API_KEY={Secret}\n");
        Git("add", "-A", "-f");
        Git("commit", "-q", "-m", "one");
        _tree.Write(".env", "OPENAI_API_KEY=\n");
        _tree.Write("app.py", $"import openai\nKEY = '{Secret}'\nopenai.OpenAI(api_key=KEY).chat.completions.create(model='gpt-4o')\n");

        Scan(_tree, Memory(), TimeProvider.System);

        var files = Directory.GetFiles(_cache.Folder);
        Assert.Equal(3, files.Length);
        foreach (var file in files)
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain(Secret[20..32], text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret[^12..], text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_the_user_can_read_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        _tree.Write("app.py", "import openai\n");
        var folder = Path.Combine(_cache.Folder, "made");

        Scan(_tree, new ScanCache(folder, Key, "test", TimeProvider.System), TimeProvider.System);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var file in Directory.GetFiles(folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Damaged_and_foreign_entries_are_not_there()
    {
        foreach (var (path, versions) in Files)
            _tree.Write(path, versions[0]);
        var fresh = Scan(_tree, null, TimeProvider.System);
        Gen.Select(Gen.Int[0, 2], Gen.Double[0, 0.999], Gen.Byte).Sample(
            (file, at, value) =>
            {
                Scan(_tree, Memory(), TimeProvider.System);
                var path = Directory.GetFiles(_cache.Folder).Order(StringComparer.Ordinal).ElementAt(file % Directory.GetFiles(_cache.Folder).Length);
                var bytes = File.ReadAllBytes(path);
                bytes[(int)(at * bytes.Length)] ^= (byte)(value | 1);
                File.WriteAllBytes(path, value % 3 == 0 ? bytes[..(int)(at * bytes.Length)] : bytes);
                Assert.Equal(fresh, Scan(_tree, Memory(), TimeProvider.System));
            },
            iter: 40, threads: 1);
        Scan(_tree, new ScanCache(_cache.Folder, new FingerprintKey([.. Enumerable.Repeat((byte)7, 32)]), "test", TimeProvider.System), TimeProvider.System);
        Assert.Equal(fresh, Scan(_tree, Memory(), TimeProvider.System));
    }

    [Fact]
    public void It_stays_below_its_limit_and_forgets_what_is_old()
    {
        var cache = new ScanCache(_cache.Folder, Key, "test", TimeProvider.System) { MaxBytes = 10_000 };
        for (var i = 0; i < 20; i++)
            cache.Write("thing", $"{i}", new byte[1_000]);

        Assert.True(Directory.GetFiles(_cache.Folder).Sum(f => new FileInfo(f).Length) <= 10_000);
        Assert.NotNull(cache.Read("thing", "19"));
        new ScanCache(_cache.Folder, Key, "test", new Clock(TimeSpan.FromDays(40))).Write("thing", "new", [1]);
        Assert.Null(cache.Read("thing", "19"));
    }

    [Fact]
    public async Task Scans_at_once_do_not_harm_each_other()
    {
        foreach (var (path, versions) in Files)
            _tree.Write(path, versions[0]);
        var fresh = Scan(_tree, null, TimeProvider.System);

        var scans = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Scan(_tree, Memory(), TimeProvider.System))));

        Assert.All(scans, s => Assert.Equal(fresh, s));
        Assert.DoesNotContain(Directory.GetFiles(_cache.Folder), f => Path.GetFileName(f).Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void A_history_with_new_commits_equals_a_fresh_one()
    {
        Git("init", "-q");
        for (var i = 0; i < Files.Length; i++)
        {
            var (path, versions) = Files[i];
            _tree.Write(path, versions[^1]);
            Git("add", "-A", "-f");
            Git("commit", "-q", "-m", path);
            _tree.Write(path, versions[0]);
            Git("add", "-A", "-f");
            Git("commit", "-q", "-m", path, "--allow-empty");
            if (i % 5 == 0)
                Git("checkout", "-q", "-b", $"b{i}");
            if (i % 7 == 3)
                Git("gc", "-q");
            Assert.Equal(Scan(_tree, null, TimeProvider.System), Scan(_tree, Memory(), TimeProvider.System));
        }

        File.Delete(Path.Combine(_tree.Folder, ".env"));
        Assert.Equal(Scan(_tree, null, TimeProvider.System), Scan(_tree, Memory(), TimeProvider.System));
    }

    private ScanCache Memory() => new(_cache.Folder, Key, "test", TimeProvider.System);

    private void Git(params string[] arguments) => CommandLine.Git(_tree.Folder, ["-c", "user.name=Test", "-c", "user.email=test@example.com", .. arguments]);

    private static void Change(Tree tree, int kind, int file, int version)
    {
        var (path, versions) = Files[file];
        var full = Path.Combine(tree.Folder, path);
        switch (kind)
        {
            case < 6:
                tree.Write(path, versions[version % versions.Length]);
                break;
            case 6:
                File.Delete(Directory.Exists(Path.GetDirectoryName(full)) ? full : Path.Combine(tree.Folder, "none"));
                break;
            case 7 when File.Exists(full):
                File.Move(full, Path.Combine(Path.GetDirectoryName(full) ?? "", $"renamed{version}{Path.GetExtension(full)}"), overwrite: true);
                break;
            case 8 when File.Exists(full):
                File.WriteAllBytes(full, File.ReadAllBytes(full));
                break;
            case 9 when version == 0 && !Directory.Exists(Path.Combine(tree.Folder, ".git")):
                CommandLine.Git(tree.Folder, "init", "-q");
                break;
            case 9 when Directory.Exists(Path.Combine(tree.Folder, ".git")):
                CommandLine.Git(tree.Folder, "add", "-A", "-f");
                CommandLine.Git(tree.Folder, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "step", "--allow-empty");
                break;
        }
    }

    private static string Scan(Tree tree, ScanCache? cache, TimeProvider clock)
    {
        var result = new ScanRun(Installation, clock).Run([tree.Folder], new CollectOptions { Cache = cache });
        using var stream = new MemoryStream();
        new ScanDocumentWriter().Write(result with { Time = default }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Difference(string fresh, string cached)
    {
        var (a, b) = (fresh.Split('\n'), cached.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => a[i] != b[i], Math.Min(a.Length, b.Length) - 1);
        return $"fresh:  {string.Join('\n', a.Skip(Math.Max(0, at - 8)).Take(14))}\ncached: {string.Join('\n', b.Skip(Math.Max(0, at - 8)).Take(14))}";
    }

    private static string Letters(int count, int step) =>
        string.Concat(Enumerable.Range(1, count).Select(i => "abcdefghijkLMNOPQRSTUVWXYZ0123456789"[(i * i * step + i) % 36]));

    private sealed class Clock(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
