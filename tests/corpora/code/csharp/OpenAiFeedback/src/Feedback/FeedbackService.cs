using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Acme.Feedback;

public sealed class FeedbackService
{
    private const string Instructions = "Sort the feedback of customers into praise, complaint and wish.";

    private readonly ChatClient _chat = new(Models.Chat, Environment.GetEnvironmentVariable("FEEDBACK_OPENAI_KEY"));
    private readonly EmbeddingClient _embedding = new(Models.Embedding, Environment.GetEnvironmentVariable("FEEDBACK_OPENAI_KEY"));

    public async Task<string> SortAsync(string feedback, CancellationToken cancellation = default)
    {
        ChatMessage[] messages = [new SystemChatMessage(Instructions), new UserChatMessage(feedback)];
        ChatCompletion completion = await _chat.CompleteChatAsync(messages, cancellationToken: cancellation);
        return completion.Content[0].Text;
    }

    public async Task<ReadOnlyMemory<float>> VectorAsync(string feedback)
    {
        OpenAIEmbedding embedding = await _embedding.GenerateEmbeddingAsync(feedback);
        return embedding.ToFloats();
    }
}
