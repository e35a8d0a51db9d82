package words

import (
	"context"
	"testing"

	openai "github.com/sashabaranov/go-openai"
)

func TestCount(t *testing.T) {
	client := openai.NewClient("test")
	response, err := client.CreateChatCompletion(context.Background(), openai.ChatCompletionRequest{Model: "gpt-3.5-turbo"})
	if err != nil {
		t.Skip(err)
	}
	if Count(response.Choices[0].Message.Content) == 0 {
		t.Fail()
	}
}
