package notes

import (
	"context"

	"github.com/ollama/ollama/api"
	"github.com/qdrant/go-client/qdrant"
)

func Search(ctx context.Context, text string) ([]*qdrant.ScoredPoint, error) {
	models, err := api.ClientFromEnvironment()
	if err != nil {
		return nil, err
	}
	vector, err := embed(ctx, models, text)
	if err != nil {
		return nil, err
	}
	store, err := qdrant.NewClient(&qdrant.Config{Host: "qdrant", Port: 6334})
	if err != nil {
		return nil, err
	}
	return store.Query(ctx, &qdrant.QueryPoints{CollectionName: "notes", Query: qdrant.NewQuery(vector...)})
}
