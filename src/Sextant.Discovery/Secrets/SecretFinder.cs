using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Secrets;

/// <summary>Finds keys of known formats in a text. Holds no state of a text: one instance serves any number of threads.</summary>
public sealed class SecretFinder(KeyFormats formats)
{
    /// <summary>Keys reported of one text; a text with more is a list of examples or an attack.</summary>
    public const int MaxFound = 2000;

    private readonly LiteralIndex _index = new(formats.Triggers);

    /// <summary>The formats it knows.</summary>
    public KeyFormats Formats => formats;

    /// <summary>The keys in a text, by place; offsets are of its UTF-8 form.</summary>
    public IReadOnlyList<FoundSecret> SecretsIn(string text) => SecretsIn(Encoding.UTF8.GetBytes(text));

    /// <summary>The keys in a UTF-8 text, by place.</summary>
    public IReadOnlyList<FoundSecret> SecretsIn(ReadOnlySpan<byte> utf8)
    {
        var hits = new List<TriggerHit>();
        _index.Find(utf8, hits);
        return SecretsAt(utf8, hits, true);
    }

    /// <summary>The text with every key in it shown only as far as it may be.</summary>
    public string Redact(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var shown = new StringBuilder(text.Length);
        var at = 0;
        foreach (var secret in SecretsIn(bytes))
        {
            shown.Append(Encoding.UTF8.GetString(bytes.AsSpan(at, secret.Start - at))).Append(secret.Redacted);
            at = secret.End;
        }

        return shown.Append(Encoding.UTF8.GetString(bytes.AsSpan(at))).ToString();
    }

    /// <summary>
    /// The keys around places of <see cref="KeyFormats.Triggers"/> that were found already. With <paramref name="byContext"/> false, formats
    /// that only a name beside them gives away are left out: in lock files and minified code every hash stands beside a name.
    /// </summary>
    public IReadOnlyList<FoundSecret> SecretsAt(ReadOnlySpan<byte> utf8, IReadOnlyList<TriggerHit> hits, bool byContext)
    {
        var found = new List<FoundSecret>();
        for (var i = 0; i < hits.Count && found.Count < MaxFound * 2; i++)
        {
            foreach (var format in formats.ByTrigger[hits[i].Trigger])
            {
                if ((byContext || format.Context is null) && At(utf8, format, hits[i]) is { } secret)
                    found.Add(secret);
            }
        }

        return found.Count == 0 ? [] : Describe(utf8, WithoutOverlaps(found));
    }

    private FoundSecret? At(ReadOnlySpan<byte> utf8, KeyFormat format, TriggerHit hit) => format.Reader switch
    {
        KeyReader.Shape when format.Context is null => Shaped(utf8, format, hit.Offset - format.AnchorOffset),
        KeyReader.Shape => Named(utf8, format, hit),
        KeyReader.Url => UrlCredential.At(utf8, format, hit.Offset, formats.Triggers[hit.Trigger].Length, formats.Stopwords),
        KeyReader.Pem => PemBlock.At(utf8, format, hit.Offset, formats),
        _ => JsonWebToken.At(utf8, format, hit.Offset, formats),
    };

    private FoundSecret? Shaped(ReadOnlySpan<byte> utf8, KeyFormat format, int start)
    {
        if (start < 0 || (format.Subject == KeySubject.AwsKeyId && IsOfSignature(utf8[..start])))
            return null;
        var end = new ShapeMatcher(utf8, format).EndAt(start);
        if (end < 0 || !(Boundary.Before(utf8, start) || FollowsAnother(utf8, format, start)))
            return null;
        return Checked(utf8, format, start, end);
    }

    // A signed address carries the id of the key that signed it, and opens nothing but what it names.
    private static bool IsOfSignature(ReadOnlySpan<byte> before) =>
        before.EndsWith("Credential="u8) || before.EndsWith("Credential%3D"u8) || before.EndsWith("AWSAccessKeyId="u8);

    private FoundSecret? Named(ReadOnlySpan<byte> utf8, KeyFormat format, TriggerHit hit)
    {
        var (start, end) = NamedValue.Find(utf8, format, hit.Offset, formats.Triggers[hit.Trigger].Length);
        if (start < 0 || Checked(utf8, format, start, end) is not { } secret)
            return null;
        return Rarity.IsDrawn(utf8[(start + secret.Literal)..end], format.Mixture, formats.Stopwords) ? secret : null;
    }

    private FoundSecret? Checked(ReadOnlySpan<byte> utf8, KeyFormat format, int start, int end)
    {
        var value = utf8[start..end];
        var literal = format.Shape[0] is ShapePart.Literal first ? first.LengthAt(value) : 0;
        if (!Checksums.Holds(format.Checksum, value) || Rarity.IsPlaceholder(value[literal..], format.MinEntropy, formats.Stopwords) || formats.Stopwords.IsDocumented(value))
            return null;
        return new FoundSecret(format, start, end - start, literal, "") { Proven = format.Checksum != KeyChecksum.None };
    }

    // Back to back: what stands before is itself a key of the format, and not a word that runs on into this one.
    private static bool FollowsAnother(ReadOnlySpan<byte> utf8, KeyFormat format, int start)
    {
        if (format.Shape[0] is not ShapePart.Literal || format.Shape.Any(p => p.Min != p.Max))
            return false;
        var length = format.Shape.Sum(p => p.Min);
        return start >= length && new ShapeMatcher(utf8, format).EndAt(start - length) == start;
    }

    // Of keys that overlap, the one with a shape of its own wins over one known by its name, then the longer one.
    private static List<FoundSecret> WithoutOverlaps(List<FoundSecret> found)
    {
        found.Sort((a, b) =>
        {
            var order = Rank(a.Format).CompareTo(Rank(b.Format));
            if (order == 0)
                order = b.Length.CompareTo(a.Length);
            if (order == 0)
                order = a.Start.CompareTo(b.Start);
            return order == 0 ? string.CompareOrdinal(a.Format.Id, b.Format.Id) : order;
        });
        var kept = new SortedList<int, FoundSecret>();
        foreach (var secret in found)
        {
            if (kept.Count < MaxFound && !Overlaps(kept, secret))
                kept.Add(secret.Start, secret);
        }

        return [.. kept.Values];
    }

    private static int Rank(KeyFormat format) =>
        (format.Context is null ? 0 : format.Confidence == Map.Confidence.Possible ? 8 : 4) + (format.Grants is null ? 2 : 0) + (format.Reader == KeyReader.Jwt ? 1 : 0);

    private static bool Overlaps(SortedList<int, FoundSecret> kept, FoundSecret secret)
    {
        var (low, high) = (0, kept.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (kept.Values[middle].End <= secret.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < kept.Count && kept.Values[low].Start < secret.End;
    }

    private List<FoundSecret> Describe(ReadOnlySpan<byte> utf8, List<FoundSecret> secrets)
    {
        var described = new List<FoundSecret>(secrets.Count);
        for (var i = 0; i < secrets.Count; i++)
        {
            var secret = Surroundings.Describe(utf8, secrets[i]);
            if (secret.Format.Subject == KeySubject.AwsSecret)
                secret = PairedKeyId(secrets, i) is { } pair ? secret with { Subject = Surroundings.Describe(utf8, pair).Subject, Pair = pair, Proven = true } : secret;
            described.Add(secret with { Variable = Variable(utf8, secrets, secret), Redacted = Redaction.Of(utf8.Slice(secret.Start, secret.Length), secret.Literal) });
        }

        return described;
    }

    // The nearest key id within a few lines belongs to the secret.
    private static FoundSecret? PairedKeyId(List<FoundSecret> secrets, int index)
    {
        const int reach = 400;
        return secrets.Where(s => s.Format.Subject == KeySubject.AwsKeyId && Math.Abs(s.Start - secrets[index].Start) < reach)
            .MinBy(s => Math.Abs(s.Start - secrets[index].Start));
    }

    private string Variable(ReadOnlySpan<byte> utf8, List<FoundSecret> secrets, FoundSecret secret)
    {
        var place = VariableName.Before(utf8, secret.Start);
        if (place.Length == 0 || secrets.Exists(s => s.Start < place.End && place.Start < s.End))
            return "";
        // What looks drawn at random is no name, and may be a secret of a kind that nobody knows.
        return place.Length >= 16 && Rarity.IsDrawn(utf8.Slice(place.Start, place.Length), KeyMixture.Mixed, formats.Stopwords) ? "" : VariableName.Of(utf8, place);
    }
}
