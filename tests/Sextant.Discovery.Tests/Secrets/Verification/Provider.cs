using System.Net;

namespace Sextant.Discovery.Tests.Secrets.Verification;

/// <summary>Stands for all providers: answers as told, and remembers what it was asked.</summary>
internal sealed class Provider(Func<HttpRequestMessage, (int Status, string Body)> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();

    /// <summary>Method, address and headers of each call, sorted.</summary>
    public SortedSet<string> Asked { get; } = new(StringComparer.Ordinal);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_lock)
            Asked.Add($"{request.Method} {request.RequestUri} {string.Join(' ', request.Headers.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"[{h.Key}: {string.Join(',', h.Value)}]"))}");
        var (status, body) = answer(request);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
