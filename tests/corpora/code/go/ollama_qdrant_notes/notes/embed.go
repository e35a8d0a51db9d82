package notes

import (
	"context"

	"github.com/ollama/ollama/api"
)

const embeddingModel = "nomic-embed-text"

func embed(ctx context.Context, client *api.Client, text string) ([]float32, error) {
	response, err := client.Embed(ctx, &api.EmbedRequest{Model: embeddingModel, Input: text})
	if err != nil {
		return nil, err
	}
	return response.Embeddings[0], nil
}
