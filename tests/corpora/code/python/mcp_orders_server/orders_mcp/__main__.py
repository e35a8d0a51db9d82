from orders_mcp import tools  # registers the tools
from orders_mcp.app import mcp

if __name__ == "__main__":
    mcp.run(transport="streamable-http")
