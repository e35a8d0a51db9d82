package search

import (
	"context"

	"github.com/tmc/langchaingo/embeddings"
	"github.com/tmc/langchaingo/llms/openai"
	"github.com/tmc/langchaingo/schema"
	"github.com/tmc/langchaingo/vectorstores/pgvector"
)

func Find(ctx context.Context, question string) ([]schema.Document, error) {
	llm, err := openai.New(openai.WithModel("gpt-4o-mini"), openai.WithEmbeddingModel("text-embedding-3-small"))
	if err != nil {
		return nil, err
	}
	embedder, err := embeddings.NewEmbedder(llm)
	if err != nil {
		return nil, err
	}
	articles, err := pgvector.New(ctx,
		pgvector.WithConnectionURL("postgres://search@vectors:5432/search"),
		pgvector.WithEmbedder(embedder),
		pgvector.WithCollectionName("articles"),
	)
	if err != nil {
		return nil, err
	}
	return articles.SimilaritySearch(ctx, question, 5)
}
