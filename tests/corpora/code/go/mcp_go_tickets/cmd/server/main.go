package main

import (
	"database/sql"
	"log"
	"os"

	_ "github.com/lib/pq"
	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("TICKETS_DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	tickets := server.NewMCPServer("tickets", "1.0.0", server.WithToolCapabilities(false))
	find := mcp.NewTool("find_ticket", mcp.WithDescription("Find a ticket"), mcp.WithString("id", mcp.Required()))
	tickets.AddTool(find, findTicket(db))
	tickets.AddTool(mcp.NewTool("close_ticket", mcp.WithDescription("Close a ticket"), mcp.WithString("id")), closeTicket(db))
	if err := server.ServeStdio(tickets); err != nil {
		log.Fatal(err)
	}
}
