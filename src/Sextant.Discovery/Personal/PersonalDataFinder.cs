using System.Buffers;

namespace Sextant.Discovery.Personal;

/// <summary>
/// Counts personal data in a text. Precise rather than complete: numbers need a checksum or a structure and, where digits alone
/// could be anything, a word that says what they are; addresses of robots, of documentation and of the text's own authors do not count.
/// </summary>
public static class PersonalDataFinder
{
    /// <summary>Different values counted of a kind.</summary>
    private const int MaxValues = 1000;

    private const int MaxLocal = 64;
    private const int MaxDomain = 190;

    private static readonly SearchValues<char> Marks = SearchValues.Create("@0123456789+ABCDEFGHILMNPRST");
    private static readonly SearchValues<string> CardWords = Words("card", "credit", "payment", "visa", "mastercard", "amex", "cc_num", "ccnum");
    private static readonly SearchValues<string> SecurityWords = Words("ssn", "social security", "social_security");
    private static readonly SearchValues<string> PhoneWords = Words("phone", "mobile", "telephone", "cell", "tel.", "tel:", "whatsapp", "fax");
    private static readonly SearchValues<string> MailWords = Words("email", "e-mail", "mail");

    private static readonly string[] Robots = ["noreply", "no-reply", "donotreply", "support", "info", "admin", "sales", "contact", "help", "team", "security", "git", "hello", "test", "user", "example", "root", "mailer-daemon"];

    private static readonly string[] DocumentationDomains = ["example.com", "example.org", "example.net", "test.com", "localhost", "domain.com", "email.com", "company.com", "noreply.github.com", "sentry.io"];

    /// <summary>What a text holds, by kind; empty if nothing.</summary>
    public static IReadOnlyList<PersonalDatum> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new SortedDictionary<PersonalKind, HashSet<string>>();
        var at = 0;
        while (at < text.Length && text.AsSpan(at).IndexOfAny(Marks) is >= 0 and var next)
            at = At(text, at + next, found);
        return [.. found.Where(f => Counts(text, f.Key, f.Value.Count)).Select(f => new PersonalDatum(f.Key, f.Value.Count))];
    }

    // One address is a signature; a column of them, or one that is called so, is data.
    private static bool Counts(string text, PersonalKind kind, int count) => kind switch
    {
        PersonalKind.Email => count >= 3 || text.AsSpan().ContainsAny(MailWords),
        PersonalKind.Phone => text.AsSpan().ContainsAny(PhoneWords),
        PersonalKind.PaymentCard => text.AsSpan().ContainsAny(CardWords),
        PersonalKind.SocialSecurityNumber => count >= 3 || text.AsSpan().ContainsAny(SecurityWords),
        _ => true,
    };

    // The offset at which the search goes on.
    private static int At(string text, int at, SortedDictionary<PersonalKind, HashSet<string>> found)
    {
        var c = text[at];
        if (c == '@')
            return Email(text, at, found);
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '_' or '-'))
            return at + 1;
        if (char.IsAsciiLetterUpper(c))
            return Iban(text, at, found);
        return Number(text, at, found);
    }

    private static int Email(string text, int at, SortedDictionary<PersonalKind, HashSet<string>> found)
    {
        var start = at;
        while (start > 0 && at - start <= MaxLocal && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '+' or '-'))
            start--;
        var end = at + 1;
        while (end < text.Length && end - at <= MaxDomain && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        var domain = text[(at + 1)..end].TrimEnd('.', '-').ToLowerInvariant();
        var dot = domain.LastIndexOf('.');
        var local = text[start..at].Trim('.').ToLowerInvariant();
        var isAddress = local.Length > 0 && dot > 0 && domain.Length - dot is > 2 and <= 13 && domain[(dot + 1)..].All(char.IsAsciiLetter)
            && !(start > 0 && text[start - 1] is '/' or ':') && !(end < text.Length && text[end] is ':' or '/');
        if (isAddress && !Robots.Contains(local, StringComparer.Ordinal) && !Array.Exists(DocumentationDomains, d => domain == d || domain.EndsWith("." + d, StringComparison.Ordinal)) && !IsAuthor(text, start))
            Add(found, PersonalKind.Email, $"{local}@{domain}");
        return end;
    }

    // "Author-email: …" of a package, "Signed-off-by: …" of a commit.
    private static bool IsAuthor(string text, int start)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1);
        line = line[..Math.Min(line.Length, 24)].TrimStart();
        return line.StartsWith("Author", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Maintainer", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Signed-off-by", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Co-authored-by", StringComparison.OrdinalIgnoreCase);
    }

    private static int Iban(string text, int at, SortedDictionary<PersonalKind, HashSet<string>> found)
    {
        if (at + 4 > text.Length || !char.IsAsciiLetterUpper(text[at + 1]) || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3]))
            return at + 1;
        var (end, compact) = Compact(text, at, ' ', char.IsAsciiLetterOrDigit, 42);
        for (var length = Math.Min(compact.Length, 34); length >= 15; length--)
        {
            if (Digits.IsIban(compact[..length]))
            {
                Add(found, PersonalKind.Iban, compact[..length]);
                return end;
            }
        }

        return at + 4;
    }

    private static int Number(string text, int at, SortedDictionary<PersonalKind, HashSet<string>> found)
    {
        if (IsSocialSecurity(text, at))
        {
            Add(found, PersonalKind.SocialSecurityNumber, text.Substring(at, 11));
            return at + 11;
        }

        var plus = text[at] == '+' ? 1 : 0;
        var (end, digits) = Compact(text, at + plus, text.AsSpan(at).IndexOf('-') is >= 0 and < 6 ? '-' : ' ', char.IsAsciiDigit, 24);
        if (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '_' || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            return end;
        if (plus == 1 && digits.Length is >= 9 and <= 15 && digits[0] != '0')
            Add(found, PersonalKind.Phone, digits);
        else if (plus == 0 && digits.Length is >= 13 and <= 19 && Digits.IsCard(digits))
            Add(found, PersonalKind.PaymentCard, digits);
        return Math.Max(end, at + 1);
    }

    private static bool IsSocialSecurity(string text, int at)
    {
        var span = text.AsSpan(at);
        if (span.Length < 11 || span[3] != '-' || span[6] != '-' || (span.Length > 11 && (char.IsAsciiLetterOrDigit(span[11]) || span[11] == '-')))
            return false;
        for (var i = 0; i < 11; i++)
        {
            if (i is not (3 or 6) && !char.IsAsciiDigit(span[i]))
                return false;
        }

        return Digits.IsSocialSecurity(span[..3], span.Slice(4, 2), span.Slice(7, 4));
    }

    // Characters of a kind, with single separators between groups left out.
    private static (int End, string Text) Compact(string text, int at, char separator, Func<char, bool> isPart, int most)
    {
        Span<char> compact = stackalloc char[most];
        var length = 0;
        var end = at;
        while (end < text.Length && length < most)
        {
            if (isPart(text[end]))
                compact[length++] = text[end++];
            else if (text[end] == separator && end + 1 < text.Length && isPart(text[end + 1]) && length > 0)
                end++;
            else
                break;
        }

        return (end, compact[..length].ToString());
    }

    private static void Add(SortedDictionary<PersonalKind, HashSet<string>> found, PersonalKind kind, string value)
    {
        if (!found.TryGetValue(kind, out var values))
            found[kind] = values = new(StringComparer.Ordinal);
        if (values.Count < MaxValues)
            values.Add(value);
    }

    private static SearchValues<string> Words(params string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);
}
