package llm

import (
	"context"
	"os"

	openai "github.com/sashabaranov/go-openai"
)

type Client struct {
	api   *openai.Client
	local *openai.Client
}

func New() *Client {
	config := openai.DefaultConfig("unused")
	config.BaseURL = "http://vllm:8000/v1"
	return &Client{
		api:   openai.NewClient(os.Getenv("OPENAI_API_KEY")),
		local: openai.NewClientWithConfig(config),
	}
}

func (c *Client) Title(ctx context.Context, text string) (string, error) {
	response, err := c.api.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model: openai.GPT4oMini,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: "Write a title."},
			{Role: openai.ChatMessageRoleUser, Content: text},
		},
	})
	if err != nil {
		return "", err
	}
	return response.Choices[0].Message.Content, nil
}

func (c *Client) Private(ctx context.Context, text string) (string, error) {
	response, err := c.local.CreateChatCompletion(ctx, openai.ChatCompletionRequest{
		Model:    "Qwen/Qwen2.5-7B-Instruct",
		Messages: []openai.ChatCompletionMessage{{Role: openai.ChatMessageRoleUser, Content: text}},
	})
	if err != nil {
		return "", err
	}
	return response.Choices[0].Message.Content, nil
}
