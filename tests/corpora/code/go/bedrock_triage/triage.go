package triage

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
)

const modelID = "us.anthropic.claude-3-5-haiku-20241022-v1:0"

type Triage struct{ runtime *bedrockruntime.Client }

func New(ctx context.Context) (*Triage, error) {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, err
	}
	return &Triage{runtime: bedrockruntime.NewFromConfig(cfg)}, nil
}

func (t *Triage) Severity(ctx context.Context, report string) (string, error) {
	out, err := t.runtime.Converse(ctx, &bedrockruntime.ConverseInput{
		ModelId: aws.String(modelID),
		Messages: []types.Message{{
			Role:    types.ConversationRoleUser,
			Content: []types.ContentBlock{&types.ContentBlockMemberText{Value: report}},
		}},
	})
	if err != nil {
		return "", err
	}
	message, ok := out.Output.(*types.ConverseOutputMemberMessage)
	if !ok {
		return "", errors.New("no message")
	}
	return message.Value.Content[0].(*types.ContentBlockMemberText).Value, nil
}
