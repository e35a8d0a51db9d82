using Sextant.Discovery.Tests.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Mcp;

public sealed class McpConfigurationTests
{
    private static AssetMap Claude(string servers) => new ConfigurationTree().With(".mcp.json", $$"""{"mcpServers": { {{servers}} } }""").With("tools/server.py", "").Map();

    [Theory]
    [InlineData("""{"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github@2025.4.8"]}""", "mcp-server:npm/@modelcontextprotocol/server-github", "version")]
    [InlineData("""{"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github@latest"]}""", "mcp-server:npm/@modelcontextprotocol/server-github", "floating")]
    [InlineData("""{"command": "cmd", "args": ["/c", "npx", "-y", "firecrawl-mcp"]}""", "mcp-server:npm/firecrawl-mcp", "floating")]
    [InlineData("""{"command": "bash", "args": ["-lc", "cd x && exec npx firecrawl-mcp@1.2.3"]}""", "mcp-server:npm/firecrawl-mcp", "version")]
    [InlineData("""{"command": "uvx", "args": ["mcp_server_fetch==1.0.0"]}""", "mcp-server:pypi/mcp-server-fetch", "version")]
    [InlineData("""{"command": "uvx", "args": ["--from", "git+https://github.com/oraios/serena", "serena-mcp-server"]}""", "mcp-server:git/github.com/oraios/serena", "floating")]
    [InlineData("""{"command": "uv", "args": ["tool", "run", "mcp-server-git"]}""", "mcp-server:pypi/mcp-server-git", "floating")]
    [InlineData("""{"command": "docker", "args": ["run", "-i", "--rm", "-e", "GITHUB_TOKEN", "ghcr.io/github/github-mcp-server@sha256:0123"]}""", "mcp-server:docker/ghcr.io/github/github-mcp-server", "digest")]
    [InlineData("""{"command": "env", "args": ["A=b", "python", "-m", "mcp_server_time"]}""", "mcp-server:pypi/mcp-server-time", null)]
    [InlineData("""{"command": "python", "args": ["tools/server.py"]}""", "mcp-server:repo/acme/app/tools/server.py", null)]
    [InlineData("""{"command": "uv", "args": ["--directory", "${workspaceFolder}/tools", "run", "server.py"]}""", "mcp-server:repo/acme/app/tools/server.py", null)]
    [InlineData("""{"type": "http", "url": "https://mcp.linear.app/mcp"}""", "mcp-server:url/mcp.linear.app", null)]
    [InlineData("""{"command": "npx", "args": ["mcp-remote", "https://mcp.linear.app/sse"]}""", "mcp-server:url/mcp.linear.app", null)]
    [InlineData("""{"command": "my-server", "args": ["--port", "1"]}""", "mcp-server:repo/acme/app/x", null)]
    public void What_a_command_starts_is_found_behind_its_wrappers(string entry, string id, string? pinned)
    {
        var map = Claude($"\"x\": {entry}");
        Assert.Equal([id], map.Ids(AssetKind.McpServer));
        Assert.Equal(pinned, map.Facet(id, "pinned"));
        Assert.Equal([$"agent:repo/acme/app/claude-code > {id}"], map.Relations(RelationKind.Uses));
    }

    [Fact]
    public void Capabilities_and_roots_come_from_the_catalog_and_the_arguments()
    {
        var map = Claude("""
            "fs": {"command": "npx", "args": ["@modelcontextprotocol/server-filesystem", "/Users/alice/work", "/Users/alice"]},
            "az": {"command": "npx", "args": ["@azure/mcp@1.0.0", "server", "start", "--read-only"]}
            """);
        Assert.Equal("destroys, reads-private, writes", map.Facet("mcp-server:npm/@modelcontextprotocol/server-filesystem", "capabilities"));
        Assert.Equal("~", map.Facet("mcp-server:npm/@modelcontextprotocol/server-filesystem", "rootPath"));
        Assert.Equal("reads-private", map.Facet("mcp-server:npm/@azure/mcp", "capabilities"));
        Assert.DoesNotContain("alice", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_are_known_by_name_and_never_shown()
    {
        var map = Claude("""
            "gh": {"command": "npx", "args": ["x-mcp", "--api-key", "sk-verysecret1", "postgresql://bob:hunter2@db/x"], "env": {"GITHUB_TOKEN": "ghp_hunter2", "DEBUG": "1"}},
            "r": {"url": "http://bob:hunter2@mcp.example.com/mcp?key=hunter2", "headers": {"Authorization": "Bearer ${REMOTE_TOKEN}", "X": "hunter2"}}
            """);
        Assert.Equal(["secret:repo/acme/app/env/GITHUB_TOKEN", "secret:repo/acme/app/env/REMOTE_TOKEN"], map.Ids(AssetKind.Secret));
        Assert.Equal(["mcp-server:npm/x-mcp > secret:repo/acme/app/env/GITHUB_TOKEN", "mcp-server:url/mcp.example.com > secret:repo/acme/app/env/REMOTE_TOKEN"], map.Relations(RelationKind.AuthenticatesWith));
        Assert.Equal("off", map.Facet("mcp-server:url/mcp.example.com", "encryption"));
        Assert.Equal("mcp.example.com:80", map.Facet("mcp-server:url/mcp.example.com", "hosts"));
        Assert.DoesNotContain("hunter2", map.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void Approvals_are_read()
    {
        var map = new ConfigurationTree()
            .With(".roo/mcp.json", """{"mcpServers": {"a": {"command": "npx", "args": ["a-mcp"], "alwaysAllow": ["read", "send"]}, "b": {"command": "npx", "args": ["b-mcp"], "autoApprove": ["*"]}}}""")
            .With(".gemini/settings.json", """{"mcpServers": {"c": {"httpUrl": "https://c.example.com/mcp", "trust": true}}}""")
            .With(".claude/settings.json", """{"permissions": {"defaultMode": "bypassPermissions", "allow": ["Bash(git:*)", "WebFetch"]}, "enableAllProjectMcpServers": true, "hooks": {"Stop": [{"hooks": [{"type": "command", "command": "curl -H 'Authorization: Bearer abc' https://x"}]}]}}""")
            .Map();
        Assert.Equal(["agent:repo/acme/app/claude-code > tool:repo/acme/app/.claude/settings.json/hook/Stop", "agent:repo/acme/app/roo-code > tool:repo/acme/app/roo-code/a/read", "agent:repo/acme/app/roo-code > tool:repo/acme/app/roo-code/a/send"], map.Relations(RelationKind.Calls));
        Assert.Equal("none", map.Facet("mcp-server:npm/b-mcp", "approval"));
        Assert.Null(map.Facet("mcp-server:npm/a-mcp", "approval"));
        Assert.Equal("none", map.Facet("mcp-server:url/c.example.com", "approval"));
        Assert.Equal("auto-approve", map.Facet("agent:repo/acme/app/claude-code", "autonomy"));
        Assert.Equal("none", map.Facet("agent:repo/acme/app/claude-code", "approval"));
        Assert.Equal("executes-code, reads-untrusted, sends-external", map.Facet("agent:repo/acme/app/claude-code", "capabilities"));
        Assert.DoesNotContain("abc", map.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_client_keeps_its_servers_in_its_own_place()
    {
        const string server = """{"command": "npx", "args": ["one-mcp"]}""";
        foreach (var (path, text, agent) in new[]
        {
            (".vscode/mcp.json", $$"""{"inputs": [], "servers": {"a": {{server}} } }""", "vscode"),
            (".cursor/mcp.json", $$"""{"mcpServers": {"a": {{server}} } }""", "cursor"),
            (".codex/config.toml", "[mcp_servers.a]\ncommand = \"npx\"\nargs = [\"one-mcp\"]\n", "codex"),
            (".zed/settings.json", $$"""{"context_servers": {"a": {{server}} } }""", "zed"),
            ("opencode.json", """{"mcp": {"a": {"type": "local", "command": ["npx", "one-mcp"]}}}""", "opencode"),
            (".continue/mcpServers/x.yaml", "mcpServers:\n  - name: a\n    command: npx\n    args: [one-mcp]\n", "continue"),
            (".devcontainer/devcontainer.json", $$"""{"customizations": {"vscode": {"mcp": {"servers": {"a": {{server}} } } } } }""", "vscode"),
            (".amp/settings.json", $$"""{"amp.mcpServers": {"a": {{server}} } }""", "amp"),
        })
        {
            var map = new ConfigurationTree().With(path, text).Map();
            Assert.Equal(["mcp-server:npm/one-mcp"], map.Ids(AssetKind.McpServer));
            Assert.Contains(map.Ids(AssetKind.Agent), id => id.EndsWith($"/{agent}", StringComparison.Ordinal));
        }
    }
}
