package bot

import (
	"context"
	"os"

	"github.com/cloudwego/eino-ext/components/model/openai"
	"github.com/cloudwego/eino/components/tool"
	"github.com/cloudwego/eino/components/tool/utils"
	"github.com/cloudwego/eino/compose"
	"github.com/cloudwego/eino/flow/agent/react"
)

type restartInput struct {
	Service string `json:"service" jsonschema:"description=name of the service"`
}

func restart(ctx context.Context, input *restartInput) (string, error) {
	return runSystemctl(ctx, input.Service)
}

func New(ctx context.Context) (*react.Agent, error) {
	chat, err := openai.NewChatModel(ctx, &openai.ChatModelConfig{Model: "gpt-4o", APIKey: os.Getenv("OPENAI_API_KEY")})
	if err != nil {
		return nil, err
	}
	restartTool, err := utils.InferTool("restart_service", "Restart a service", restart)
	if err != nil {
		return nil, err
	}
	operator, err := react.NewAgent(ctx, &react.AgentConfig{
		ToolCallingModel: chat,
		ToolsConfig:      compose.ToolsNodeConfig{Tools: []tool.BaseTool{restartTool}},
	})
	return operator, err
}
