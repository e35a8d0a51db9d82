using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Sextant.Discovery.Secrets.Verification;

/// <summary>
/// Asks who issued a key whether it still works. Holds the values that it was offered in memory alone, until they are checked; they go
/// to the hosts of the catalog and nowhere else: no redirect is followed, no cookie kept, nothing logged.
/// </summary>
/// <param name="checks">How each format is checked.</param>
/// <param name="handler">How calls are made; <see cref="Handler"/> in the product.</param>
/// <param name="time">The clock, for signatures.</param>
public sealed class KeyVerifier(KeyChecks checks, HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    /// <summary>Different keys checked in one scan.</summary>
    public const int MaxKeys = 500;

    private const int MaxBody = 64 << 10;
    private const int AtOnce = 4;
    private const string AwsHost = "sts.amazonaws.com";
    private const string AwsQuery = "Action=GetCallerIdentity&Version=2011-06-15";

    private readonly HttpClient _client = new(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MaxBody };
    private readonly ConcurrentDictionary<string, Offered> _offered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KeyVerdict> _verdicts = new(StringComparer.Ordinal);

    /// <summary>A handler that sends a key only to the host that it is meant for.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>Takes note of a key that was found; one that cannot be checked, or was already, is forgotten at once.</summary>
    /// <param name="secret">What it is.</param>
    /// <param name="fingerprint">Its fingerprint.</param>
    /// <param name="value">The key.</param>
    /// <param name="pair">The id that belongs to it, of a key of two halves.</param>
    internal void Offer(FoundSecret secret, string fingerprint, ReadOnlySpan<byte> value, ReadOnlySpan<byte> pair)
    {
        var isAws = secret.Format.Subject == KeySubject.AwsSecret && pair.StartsWith("AKIA"u8);
        if ((!isAws && checks.Of(secret.Format) is null) || _offered.Count >= MaxKeys || _verdicts.ContainsKey(fingerprint))
            return;
        _offered.TryAdd(fingerprint, new Offered(secret.Format, value.ToArray(), isAws ? Encoding.ASCII.GetString(pair) : null));
    }

    /// <summary>Checks all that was offered since the last time, and forgets the values.</summary>
    internal void Check(CancellationToken cancellation)
    {
        var offered = _offered.OrderBy(o => o.Key, StringComparer.Ordinal).ToArray();
        _offered.Clear();
        try
        {
            Parallel.ForEach(offered, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, o => _verdicts[o.Key] = Ask(o.Value, cancellation));
        }
        finally
        {
            Array.ForEach(offered, o => CryptographicOperations.ZeroMemory(o.Value.Value));
        }
    }

    /// <summary>What was said of a key; null if it was not asked about.</summary>
    internal KeyVerdict? Verdict(string fingerprint) => _verdicts.GetValueOrDefault(fingerprint);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private KeyVerdict Ask(Offered key, CancellationToken cancellation)
    {
        var host = key.AwsKeyId is null ? checks.Of(key.Format)?.Address.Host ?? "" : AwsHost;
        try
        {
            using var request = key.AwsKeyId is { } id ? AwsRequest(id, key.Text) : Request(key);
            using var response = _client.Send(request, HttpCompletionOption.ResponseContentRead, cancellation);
            using var content = new StreamReader(response.Content.ReadAsStream(cancellation), Encoding.UTF8);
            var (status, body) = ((int)response.StatusCode, content.ReadToEnd());
            return new KeyVerdict(key.AwsKeyId is null ? checks.Of(key.Format)?.Read(status, body) ?? KeyValidity.Unknown : OfAws(status, body), host, $"{status}");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or FormatException && !cancellation.IsCancellationRequested)
        {
            return new KeyVerdict(KeyValidity.Unknown, host, e is TaskCanceledException ? "no answer in time" : "no answer");
        }
    }

    private HttpRequestMessage Request(Offered key)
    {
        var check = checks.Of(key.Format) ?? throw new InvalidOperationException($"{key.Format.Id} has no check");
        var request = Get(check.Address);
        request.Headers.TryAddWithoutValidation(check.Header, check.Value
            .Replace("{key}", key.Text, StringComparison.Ordinal)
            .Replace("{basic}", Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Text + ":")), StringComparison.Ordinal));
        foreach (var (name, value) in check.With)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private HttpRequestMessage AwsRequest(string keyId, string secret)
    {
        var now = time.GetUtcNow();
        var request = Get(new Uri($"https://{AwsHost}/?{AwsQuery}"));
        var signature = new AwsSignature(keyId, secret, "us-east-1", "sts").Of("GET", "/", AwsQuery, [("host", AwsHost), ("x-amz-date", AwsSignature.Stamp(now))], now);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", AwsSignature.Stamp(now));
        request.Headers.TryAddWithoutValidation("Authorization", signature);
        return request;
    }

    private static HttpRequestMessage Get(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "sextant");
        return request;
    }

    private static KeyValidity OfAws(int status, string body) => status switch
    {
        200 => KeyValidity.Live,
        403 when body.Contains("InvalidClientTokenId", StringComparison.Ordinal) || body.Contains("SignatureDoesNotMatch", StringComparison.Ordinal) => KeyValidity.Dead,
        _ => KeyValidity.Unknown,
    };

    private sealed record Offered(KeyFormat Format, byte[] Value, string? AwsKeyId)
    {
        public string Text => Encoding.ASCII.GetString(Value);
    }
}

/// <summary>What the provider said of a key.</summary>
/// <param name="Validity">Whether it works.</param>
/// <param name="Host">Who was asked.</param>
/// <param name="Answer">The status, or why there is none.</param>
internal sealed record KeyVerdict(KeyValidity Validity, string Host, string Answer);
