using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sextant.Discovery.Secrets.Verification;

/// <summary>
/// Signs a request without a body by AWS Signature Version 4
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>).
/// </summary>
/// <param name="KeyId">The access key id.</param>
/// <param name="Secret">The secret access key.</param>
/// <param name="Region">The region, <c>us-east-1</c>.</param>
/// <param name="Service">The service, <c>sts</c>.</param>
internal sealed record AwsSignature(string KeyId, string Secret, string Region, string Service)
{
    /// <summary>The SHA-256 of no body.</summary>
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The value of the header <c>Authorization</c>. Header names are lower case and sorted; the query is sorted and encoded.</summary>
    public string Of(string method, string path, string query, IReadOnlyList<(string Name, string Value)> headers, DateTimeOffset time)
    {
        var date = time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{date}/{Region}/{Service}/aws4_request";
        var signed = string.Join(';', headers.Select(h => h.Name));
        var canonical = $"{method}\n{path}\n{query}\n{string.Concat(headers.Select(h => $"{h.Name}:{h.Value}\n"))}\n{signed}\n{Empty}";
        var toSign = $"AWS4-HMAC-SHA256\n{Stamp(time)}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return $"AWS4-HMAC-SHA256 Credential={KeyId}/{scope}, SignedHeaders={signed}, Signature={Convert.ToHexStringLower(Mac(SigningKey(date), toSign))}";
    }

    /// <summary>The value of the header <c>X-Amz-Date</c>.</summary>
    public static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private byte[] SigningKey(string date) =>
        Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + Secret), date), Region), Service), "aws4_request");

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
