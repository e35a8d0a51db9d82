CONNECTIONS = {
    "git": {"command": "uvx", "args": ["mcp-server-git", "--repository", "."], "transport": "stdio"},
    "calendar": {"url": "https://calendar.acme.com/mcp", "transport": "streamable_http"},
    "local": {"command": "python", "args": ["team/servers/notes.py"], "transport": "stdio"},
}
