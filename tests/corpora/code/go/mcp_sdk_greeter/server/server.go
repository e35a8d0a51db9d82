package main

import (
	"context"
	"log"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

type input struct {
	Name string `json:"name" jsonschema:"the name of the person"`
}

type output struct {
	Greeting string `json:"greeting"`
}

func sayHi(_ context.Context, _ *mcp.CallToolRequest, in input) (*mcp.CallToolResult, output, error) {
	return nil, output{Greeting: "Hi " + in.Name}, nil
}

func main() {
	greeter := mcp.NewServer(&mcp.Implementation{Name: "greeter", Version: "v1.0.0"}, nil)
	mcp.AddTool(greeter, &mcp.Tool{Name: "greet", Description: "say hi"}, sayHi)
	if err := greeter.Run(context.Background(), &mcp.StdioTransport{}); err != nil {
		log.Fatal(err)
	}
}
