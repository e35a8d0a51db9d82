using System.Buffers;
using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>User and password in the address of a database: <c>postgres://user:password@host:5432/database</c>.</summary>
internal static class UrlCredential
{
    private const int Longest = 512;
    private const int ShortestPassword = 5;

    private static readonly SearchValues<byte> EndOfUrl = SearchValues.Create("\"'`<> \t\r\n\\;,|"u8);
    private static readonly SearchValues<byte> Holes = SearchValues.Create("${}[]()*"u8);

    private static readonly string[] Defaults =
    [
        "postgres", "password", "passwd", "pass", "secret", "admin", "root", "redis", "mysql", "mongo", "mongodb", "guest", "test", "user", "username",
        "123456", "1234", "12345", "12345678", "letmein", "changeit", "hunter2", "pgvector", "docker", "local", "localhost", "db_password", "dbpass", "pwd",
    ];

    private static readonly string[] Documentation = ["example.com", "example.org", "example.net", "host", "hostname", "server", "your-host", "ep-xxx", "endpoint"];

    /// <summary>The address whose scheme ends before <paramref name="start"/> + <paramref name="scheme"/>; null if it holds no password.</summary>
    public static FoundSecret? At(ReadOnlySpan<byte> bytes, KeyFormat format, int start, int scheme, Stopwords stopwords)
    {
        if (start > 0 && (Boundary.IsWord(bytes[start - 1]) || bytes[start - 1] == '+') && !Boundary.Before(bytes, start))
            return null;
        var rest = bytes[(start + scheme)..Math.Min(bytes.Length, start + scheme + Longest)];
        rest = rest[..(rest.IndexOfAny(EndOfUrl) is >= 0 and var stop ? stop : rest.Length)];
        var authority = rest[..(rest.LastIndexOf((byte)'@') is >= 0 and var at ? at : 0)];
        var colon = authority.IndexOf((byte)':');
        if (colon < 0 || !IsPassword(authority[(colon + 1)..], authority[..colon], stopwords))
            return null;
        var host = Host(rest[(authority.Length + 1)..]);
        if (host.Length == 0 || Array.Exists(Documentation, d => host == d || host.EndsWith("." + d, StringComparison.Ordinal)))
            return null;
        var end = authority.Length + 1 + host.Length;
        return new FoundSecret(format, start, scheme + end, scheme, "") { Subject = Subject(bytes.Slice(start, scheme), host, Database(rest[end..])) };
    }

    private static bool IsPassword(ReadOnlySpan<byte> password, ReadOnlySpan<byte> user, Stopwords stopwords)
    {
        if (password.Length < ShortestPassword || password.ContainsAny(Holes) || user.IndexOfAny("/${}"u8) >= 0 || password.SequenceEqual(user))
            return false;
        if (password[0] == '%' && !char.IsAsciiHexDigit((char)password[1]))
            return false;
        var text = Encoding.UTF8.GetString(password).ToLowerInvariant();
        if (Array.Exists(Defaults, d => d == text) || stopwords.HasPlaceholder(Encoding.UTF8.GetBytes(text)))
            return false;
        return stopwords.CharactersInWords(Encoding.UTF8.GetBytes(text)) < text.Count(char.IsAsciiLetter) && Rarity.Entropy(password) >= 1.9;
    }

    private static string Host(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit((char)rest[length]) || rest[length] is (byte)'.' or (byte)'-' or (byte)'_'))
            length++;
        return Encoding.ASCII.GetString(rest[..length]).ToLowerInvariant();
    }

    private static string Database(ReadOnlySpan<byte> rest)
    {
        var slash = rest.IndexOf((byte)'/');
        if (slash < 0)
            return "";
        var name = rest[(slash + 1)..];
        var length = 0;
        while (length < Math.Min(name.Length, 64) && (Boundary.IsWord(name[length]) || name[length] == '-'))
            length++;
        return Encoding.ASCII.GetString(name[..length]);
    }

    private static string[] Subject(ReadOnlySpan<byte> scheme, string host, string database)
    {
        var text = Encoding.ASCII.GetString(scheme).ToLowerInvariant();
        var name = text[..text.IndexOfAny(['+', ':'])];
        var engine = name switch { "postgres" or "postgresql" => "postgresql", "rediss" => "redis", "mysql" or "mariadb" => "mysql", "amqps" => "amqp", _ => name };
        return [engine, host, database];
    }
}
