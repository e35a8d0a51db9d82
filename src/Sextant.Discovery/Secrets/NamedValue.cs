using System.Buffers;
using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Finds the value of a format that has no mark of its own: beside a name that holds one of the format's words, on the same
/// line or on the next under a plain name such as <c>value</c>.
/// </summary>
internal static class NamedValue
{
    private const int LongestName = 64;

    private static readonly SearchValues<byte> Operators = SearchValues.Create("=:(,>\"'`"u8);

    // Names that say what a digest, an address or a public thing is, and never what a key is.
    private static readonly string[] NotKeys =
    [
        "hash", "sha1", "sha256", "sha512", "_sha", "sha:", "md5", "digest", "checksum", "commit", "revision", "etag", "integrity", "fingerprint",
        "guid", "public", "project_id", "client_id", "key_id", "keyid", "account_id", "tenant", "git+", "@", "://", "#egg", "enc[",
    ];

    private static readonly string[] PlainNames =
    [
        "key", "api_key", "apikey", "api-key", "token", "secret", "value", "default", "password", "access_token", "secret_key", "auth", "authorization",
        "bearer", "credentials", "credential", "x-api-key", "api_token", "auth_token", "access_key", "subscription_key", "client_secret", "pass", "api",
    ];

    /// <summary>The offset and end of the value beside the word at <paramref name="word"/>; (-1, -1) if there is none.</summary>
    public static (int Start, int End) Find(ReadOnlySpan<byte> bytes, KeyFormat format, int word, int length)
    {
        if (format.Context is not { } context || !IsWholeWord(bytes, word, length))
            return (-1, -1);
        var nameStart = word;
        while (nameStart > 0 && word - nameStart < LongestName && IsName(bytes[nameStart - 1]))
            nameStart--;
        var nameEnd = word + length;
        while (nameEnd < bytes.Length && nameEnd - word < LongestName && IsName(bytes[nameEnd]))
            nameEnd++;
        var limit = Limit(bytes, nameEnd, context.Within);
        for (var at = nameEnd; at < limit; at++)
        {
            if (!MayBegin(bytes, format, at))
                continue;
            var end = new ShapeMatcher(bytes, format).EndAt(at);
            if (end >= 0 && IsGiven(bytes, context, nameStart, nameEnd, at))
                return (at, end);
        }

        return (-1, -1);
    }

    private static bool MayBegin(ReadOnlySpan<byte> bytes, KeyFormat format, int at) =>
        Boundary.BeforeValue(bytes, at) && (format.Shape[0] is not ShapePart.Run run || run.Alphabet.Contains(bytes[at]));

    // The value may stand on the next line: of a Kubernetes variable, or below the name of a section.
    private static int Limit(ReadOnlySpan<byte> bytes, int from, int within)
    {
        var limit = Math.Min(bytes.Length, from + within);
        var line = bytes[from..limit].IndexOf((byte)'\n');
        if (line < 0)
            return limit;
        var next = bytes[(from + line + 1)..limit].IndexOf((byte)'\n');
        return next < 0 ? limit : from + line + 1 + next;
    }

    // The word must not be a piece of another: "exa" is no part of "example".
    private static bool IsWholeWord(ReadOnlySpan<byte> bytes, int word, int length)
    {
        if (word > 0 && char.IsAsciiLetter((char)bytes[word - 1]) && !(char.IsAsciiLetterUpper((char)bytes[word]) && char.IsAsciiLetterLower((char)bytes[word - 1])))
            return false;
        var end = word + length;
        if (end >= bytes.Length || !char.IsAsciiLetter((char)bytes[end]))
            return true;
        var (last, next) = ((char)bytes[end - 1], (char)bytes[end]);
        return (char.IsAsciiLetterUpper(next) && !char.IsAsciiLetterUpper(last)) || StartsWithAny(bytes[end..], "api", "key", "token", "secret", "ai");
    }

    private static bool IsGiven(ReadOnlySpan<byte> bytes, KeyContext context, int nameStart, int nameEnd, int value)
    {
        var gap = bytes[nameEnd..value];
        var before = bytes[nameStart..value];
        if (!ContainsAny(before, context.With) || ContainsAny(before, NotKeys))
            return false;
        var place = VariableName.Before(bytes, value);
        if (place.Length == 0)
            return gap.ContainsAny(Operators) && !gap.Contains((byte)'\n');
        var own = place.Start >= nameStart && place.Start <= nameEnd;
        return own || IsPlain(bytes.Slice(place.Start, place.Length)) || (!gap.Contains((byte)'\n') && ContainsAny(bytes.Slice(place.Start, place.Length), context.Near));
    }

    private static bool IsPlain(ReadOnlySpan<byte> name)
    {
        foreach (var plain in PlainNames)
        {
            if (Ascii.EqualsIgnoreCase(name, plain))
                return true;
        }

        // As a member of something: config.api_key.
        var dot = name.LastIndexOf((byte)'.');
        return dot >= 0 && IsPlain(name[(dot + 1)..]);
    }

    private static bool ContainsAny(ReadOnlySpan<byte> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var i = 0; i + word.Length <= text.Length; i++)
            {
                if (Ascii.EqualsIgnoreCase(text.Slice(i, word.Length), word))
                    return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word))
                return true;
        }

        return false;
    }

    private static bool IsName(byte b) => Boundary.IsWord(b) || b is (byte)'-' or (byte)'.';
}
