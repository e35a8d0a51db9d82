namespace Acme.Feedback;

internal static class Models
{
    public const string Chat = "gpt-4o-mini";
    public const string Embedding = "text-embedding-3-small";
}
