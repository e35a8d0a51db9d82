package translate

import (
	"context"
	"strings"

	"github.com/anthropics/anthropic-sdk-go"
)

const modelName = "claude-3-5-haiku-latest"

// Translator translates texts.
type Translator struct {
	client anthropic.Client
}

func New() *Translator {
	return &Translator{client: anthropic.NewClient()}
}

func (t *Translator) Translate(ctx context.Context, text, language string) (string, error) {
	message, err := t.client.Messages.New(ctx, anthropic.MessageNewParams{
		Model:     modelName,
		MaxTokens: 2048,
		System:    []anthropic.TextBlockParam{{Text: "Translate and add nothing."}},
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(language + ": " + text))},
	})
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, block := range message.Content {
		out.WriteString(block.Text)
	}
	return out.String(), nil
}
