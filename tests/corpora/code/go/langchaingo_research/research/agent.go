package research

import (
	"context"

	"github.com/tmc/langchaingo/agents"
	"github.com/tmc/langchaingo/chains"
	"github.com/tmc/langchaingo/llms/ollama"
	"github.com/tmc/langchaingo/tools"
)

func Ask(ctx context.Context, question string) (string, error) {
	llm, err := ollama.New(ollama.WithModel("mistral-nemo"))
	if err != nil {
		return "", err
	}
	librarian := agents.NewOneShotAgent(llm, []tools.Tool{Library{}, tools.Calculator{}}, agents.WithMaxIterations(3))
	executor := agents.NewExecutor(librarian)
	return chains.Run(ctx, executor, question)
}
