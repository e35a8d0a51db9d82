package main

import (
	"context"
	"database/sql"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func findTicket(db *sql.DB) server.ToolHandlerFunc {
	return func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		id, err := request.RequireString("id")
		if err != nil {
			return mcp.NewToolResultError(err.Error()), nil
		}
		var title string
		if err := db.QueryRowContext(ctx, "SELECT title FROM tickets WHERE id = $1", id).Scan(&title); err != nil {
			return nil, err
		}
		return mcp.NewToolResultText(title), nil
	}
}

func closeTicket(db *sql.DB) server.ToolHandlerFunc {
	return func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		_, err := db.ExecContext(ctx, "UPDATE tickets SET closed = true WHERE id = $1", request.GetString("id", ""))
		return mcp.NewToolResultText("closed"), err
	}
}
