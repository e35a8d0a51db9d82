import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const REMOTE_URL = "https://mcp.linear.app/mcp";

export async function connect() {
  const github = new Client({ name: "bridge", version: "0.1.0" });
  await github.connect(
    new StdioClientTransport({
      command: "docker",
      args: ["run", "-i", "--rm", "-e", "GITHUB_PERSONAL_ACCESS_TOKEN", "ghcr.io/github/github-mcp-server"],
    }),
  );

  const linear = new Client({ name: "bridge", version: "0.1.0" });
  await linear.connect(new StreamableHTTPClientTransport(new URL(REMOTE_URL)));

  const names = (await github.listTools()).tools.map((t) => t.name);
  return { github, linear, names };
}
