package loop

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/openai/openai-go"
)

type Loop struct {
	client openai.Client
	pool   *pgxpool.Pool
}

func New(ctx context.Context) (*Loop, error) {
	pool, err := pgxpool.New(ctx, "postgres://reader@sales-db:5432/sales")
	if err != nil {
		return nil, err
	}
	return &Loop{client: openai.NewClient(), pool: pool}, nil
}

func (l *Loop) total_sales(ctx context.Context, year int) (float64, error) {
	var total float64
	err := l.pool.QueryRow(ctx, "SELECT sum(amount) FROM sales WHERE year = $1", year).Scan(&total)
	return total, err
}

func (l *Loop) Run(ctx context.Context, question string) (string, error) {
	params := openai.ChatCompletionNewParams{
		Model:    openai.ChatModelGPT4o,
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(question)},
		Tools: []openai.ChatCompletionToolParam{{
			Function: openai.FunctionDefinitionParam{Name: "total_sales", Description: openai.String("Sales of a year")},
		}},
	}
	for {
		completion, err := l.client.Chat.Completions.New(ctx, params)
		if err != nil {
			return "", err
		}
		message := completion.Choices[0].Message
		if len(message.ToolCalls) == 0 {
			return message.Content, nil
		}
		params.Messages = append(params.Messages, message.ToParam())
		for _, call := range message.ToolCalls {
			var arguments struct{ Year int }
			if err := json.Unmarshal([]byte(call.Function.Arguments), &arguments); err != nil {
				return "", err
			}
			total, err := l.total_sales(ctx, arguments.Year)
			if err != nil {
				return "", err
			}
			text, _ := json.Marshal(total)
			params.Messages = append(params.Messages, openai.ToolMessage(string(text), call.ID))
		}
	}
}
