using Microsoft.Extensions.AI;
using OpenAI;
using Qdrant.Client;
using Qdrant.Client.Grpc;

namespace Acme.Recipes;

public sealed class RecipeIndex
{
    private const string Collection = "recipes";

    private readonly QdrantClient _qdrant = new("qdrant", 6334);
    private readonly IEmbeddingGenerator<string, Embedding<float>> _embeddings =
        new OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY")).GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator();

    public async Task AddAsync(ulong id, string text)
    {
        var vector = await _embeddings.GenerateVectorAsync(text);
        await _qdrant.UpsertAsync(Collection, [new PointStruct { Id = id, Vectors = vector.ToArray(), Payload = { ["text"] = text } }]);
    }

    public async Task<IReadOnlyList<ScoredPoint>> FindAsync(string text) =>
        await _qdrant.SearchAsync(Collection, await _embeddings.GenerateVectorAsync(text), limit: 5);
}
