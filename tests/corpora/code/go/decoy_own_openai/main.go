package main

import (
	"fmt"

	"github.com/acme/hours/openai"
)

// Agent watches a machine; see https://platform.openai.com for another meaning.
type Agent struct {
	Name  string
	Model string
	Tools []string
}

const example = `client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: "gpt-4o"})`

func main() {
	agent := Agent{Name: "disk", Model: "gpt-4o", Tools: []string{"df"}}
	fmt.Println(openai.NewClient("k").CreateChatCompletion(openai.ChatCompletionRequest{Model: "gpt-4"}), agent, example)
}
