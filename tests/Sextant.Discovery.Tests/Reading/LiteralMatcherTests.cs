using System.Text;
using CsCheck;
using Sextant.Discovery.Reading.Matching;

namespace Sextant.Discovery.Tests.Reading;

public sealed class LiteralMatcherTests
{
    /// <summary>Texts over few signs, so that literals occur often, overlap and stand at both ends.</summary>
    private static readonly Gen<string> Narrow = Gen.Char["aAbB_k0"].Array[0, 400].Select(c => new string(c));

    private static readonly Gen<string> NarrowLiteral = Gen.Char["ab_k0"].Array[3, 9].Select(c => new string(c));

    private static readonly Gen<string> WideLiteral = Gen.Char[' ', '~'].Array[3, 30].Select(c => new string(c).ToLowerInvariant());

    public static TheoryData<MatcherPath> Paths => [.. Enum.GetValues<MatcherPath>().Where(p => p.IsSupported())];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_gives_the_hits_of_a_naive_search_where_literals_overlap(MatcherPath path) =>
        Gen.Select(NarrowLiteral.Array[1, 60], Narrow).Sample((literals, text) => Same(literals, Encoding.ASCII.GetBytes(text), path), iter: 200);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_path_gives_the_hits_of_a_naive_search_in_any_bytes(MatcherPath path) =>
        Gen.Select(WideLiteral.Array[1, 300], Gen.Byte.Array[0, 300], Gen.Int[0, 299], Gen.Bool).Sample((literals, noise, pick, upper) =>
        {
            // Literals back to back between noise, with bytes above 127 beside them.
            var planted = string.Concat(literals.Skip(pick % literals.Length).Take(3));
            Same(literals, [.. noise, .. Encoding.ASCII.GetBytes(upper ? planted.ToUpperInvariant() : planted), .. noise.AsSpan(0, noise.Length / 2)], path);
        }, iter: 100);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Matches_at_both_ends_and_back_to_back_are_found(MatcherPath path)
    {
        string[] literals = ["hf_", "sk-proj-", "sk-", "token", "key"];
        for (var length = 0; length < 140; length++)
            Same(literals, Encoding.ASCII.GetBytes("HF_" + new string('x', length) + "sk-proj-sk-tokenKEY"), path);
    }

    [Fact]
    public void Thousands_of_literals_are_found_each()
    {
        string[] literals = [.. Enumerable.Range(0, 3000).Select(i => $"{i * 7919 % 46656:x4}-lit{i}")];
        var text = Encoding.ASCII.GetBytes(string.Join(' ', literals));
        var hits = new List<LiteralHit>();
        Assert.True(new LiteralMatcher(literals).Find(text, hits));
        Assert.Equal(3000, hits.Select(h => h.Literal).Distinct().Count());
    }

    [Fact]
    public void A_text_made_of_literals_is_cut_and_says_so()
    {
        var hits = new List<LiteralHit>();
        Assert.False(new LiteralMatcher(["aaa", "aaaa"]).Find(Enumerable.Repeat((byte)'a', LiteralMatcher.MaxHits).ToArray(), hits));
        Assert.InRange(hits.Count, LiteralMatcher.MaxHits, LiteralMatcher.MaxHits + 1000);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("schlüssel")]
    public void A_literal_that_cannot_be_found_is_refused(string literal) =>
        Assert.Throws<ArgumentException>(() => new LiteralMatcher([literal]));

    [Fact]
    public void No_literals_find_nothing()
    {
        var hits = new List<LiteralHit>();
        Assert.True(new LiteralMatcher([]).Find(new byte[1000], hits));
        Assert.Empty(hits);
    }

    private static void Same(string[] literals, byte[] text, MatcherPath path)
    {
        var hits = new List<LiteralHit>();
        Assert.True(new LiteralMatcher(literals, path).Find(text, hits));
        Assert.Equal(Naive(literals, text), hits);
    }

    private static List<LiteralHit> Naive(string[] literals, byte[] text)
    {
        var lower = Array.ConvertAll(text, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b + 32) : b);
        var hits = new List<LiteralHit>();
        for (var offset = 0; offset < text.Length; offset++)
        {
            for (var i = 0; i < literals.Length; i++)
            {
                if (lower.AsSpan(offset).StartsWith(Encoding.ASCII.GetBytes(literals[i])))
                    hits.Add(new LiteralHit(i, offset));
            }
        }

        return hits;
    }
}
