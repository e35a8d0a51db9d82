package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"

	"github.com/acme/commitbot/internal/config"
)

const system = "You write commit messages in the imperative."

func message(ctx context.Context, diff string) (string, error) {
	client := openai.NewClient(option.WithAPIKey(config.Key()))
	completion, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{
		Model: config.ChatModel,
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage(system),
			openai.UserMessage(diff),
		},
	})
	if err != nil {
		return "", fmt.Errorf("complete: %w", err)
	}
	return completion.Choices[0].Message.Content, nil
}

func main() {
	diff, err := io.ReadAll(io.LimitReader(os.Stdin, config.MaxDiff))
	if err != nil {
		log.Fatal(err)
	}
	text, err := message(context.Background(), string(diff))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(text)
}
