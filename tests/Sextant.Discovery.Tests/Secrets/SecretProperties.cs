using System.Text;
using CsCheck;
using Sextant.Discovery.Reading;
using Sextant.Discovery.Secrets;
using Sextant.Map;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class SecretProperties
{
    private const int Leak = 12;

    private static readonly KeyFormat[] Plain = [.. Catalog.Formats.All.Where(f => Text(f, 1) is var t && t.All(c => c is > ' ' and < '\x7f' and not '"') && Catalog.Found(t).Length == 1)];

    private static readonly Gen<(KeyFormat Format, int Seed)> Keys = Gen.Select(Gen.Int[0, Plain.Length - 1], Gen.Int[0, 1000]).Select((i, seed) => (Plain[i], seed));

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(Catalog.Scan(new FileContent(new TreePath("a.ipynb"), bytes))));

    [Fact]
    public void Triggers_among_random_bytes_never_throw() =>
        Gen.Select(Gen.Int[0, Catalog.Formats.Triggers.Count - 1], Gen.Byte.Array[0, 120], Gen.Byte.Array[0, 200]).Sample((trigger, before, after) =>
        {
            byte[] bytes = [.. before, .. Encoding.ASCII.GetBytes(Catalog.Formats.Triggers[trigger]), .. after];
            Assert.NotNull(Catalog.Finder.SecretsIn(bytes));
            Assert.NotNull(Catalog.Scan(new FileContent(new TreePath("a.env"), bytes)));
        });

    [Fact]
    public void Mutated_keys_never_throw() =>
        Gen.Select(Keys, Gen.Int[0, 500], Gen.Byte, Gen.Int[0, 500]).Sample((key, at, value, cut) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Text(key.Format, key.Seed));
            bytes[at % bytes.Length] = value;
            Assert.NotNull(Catalog.Finder.SecretsIn(bytes.AsSpan(0, cut % (bytes.Length + 1))));
        });

    [Fact]
    public void A_key_is_found_once_wherever_it_stands() =>
        Keys.Where(k => IsFoundAlone(k.Format, k.Seed)).Sample(key =>
        {
            var text = Text(key.Format, key.Seed);
            string[] places = [$"{text}\n# end", $"# start\n{text}", $"# a\r\n{text}\r\n# b\r\n", $"   {text}   ", $"\t'{text}';\n", $"\"{text}\""];
            foreach (var place in places)
                Assert.Equal([key.Format.Id], Catalog.Found(place));
            Assert.Equal([key.Format.Id, key.Format.Id], Catalog.Found($"{text}\n{text}"));
        });

    [Fact]
    public void A_key_in_utf_16_is_found_once() =>
        Keys.Where(k => IsFoundAlone(k.Format, k.Seed)).Sample(key =>
        {
            byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"; settings\r\n{Text(key.Format, key.Seed)}\r\n")];

            Assert.Equal(key.Format.Id, Assert.Single(Secrets(Catalog.Scan(new FileContent(new TreePath("a.reg"), bytes)))).Text("keyType"));
        });

    [Fact]
    public void No_observation_holds_a_planted_secret_or_a_piece_of_it() =>
        Gen.Select(Keys, Keys, Gen.Int[0, 4]).Sample((a, b, form) =>
        {
            var (first, second) = (Text(a.Format, a.Seed), Text(b.Format, b.Seed));
            var text = form switch
            {
                0 => $"{first}\n{second}",
                1 => $"{{\"{first}\": \"{second}\"}}",
                2 => $"x = \"{first}\" # {second}",
                3 => $"- name: {first}\n  value: {second}",
                _ => $"setenv(\"{first}\", '{second}')",
            };
            var map = Catalog.Scan((".env.local", text), ("b.py", text));
            var written = string.Join('\n', Everything(map));
            // What a format fixes is no secret; every other stretch of a key must stay hidden.
            foreach (var secret in Catalog.Finder.SecretsIn(text).Where(s => s.Format.Reader() != "url"))
            {
                var value = text.Substring(secret.Start, secret.Length)[Math.Min(secret.Literal, secret.Length)..];
                for (var i = 0; i + Leak <= value.Length; i++)
                    Assert.DoesNotContain(value.Substring(i, Leak), written, StringComparison.Ordinal);
            }
        });

    [Theory]
    [InlineData("database-url")]
    [InlineData("private-key")]
    [InlineData("gcp-service-account")]
    [InlineData("jwt")]
    public void No_observation_holds_what_an_address_block_or_token_hides(string format) =>
        Gen.Int[0, 200].Sample(seed =>
        {
            var text = Text(Catalog.Formats.ById[format], seed);
            var map = Catalog.Scan(("a.txt", $"x: {text}\n"));
            var written = string.Join('\n', Everything(map));
            var hidden = format == "database-url" ? text[(text.IndexOf(':', 15) + 1)..text.IndexOf('@', StringComparison.Ordinal)] : text[^100..^40];

            Assert.Single(Secrets(map));
            for (var i = 0; i + Leak <= hidden.Length; i++)
                Assert.DoesNotContain(hidden.Substring(i, Leak), written, StringComparison.Ordinal);
        });

    private static IEnumerable<string> Everything(AssetMap map)
    {
        foreach (var asset in map.Assets)
        {
            yield return $"{asset.Id} {asset.Name} {string.Join(' ', asset.Aliases)} {string.Join(' ', asset.Properties.Select(p => p.Value))}";
            foreach (var evidence in asset.Evidence)
                yield return $"{evidence.Path} {evidence.Detail} {evidence.Commit}";
        }

        foreach (var relation in map.Relations)
            yield return $"{relation} {relation.Because} {string.Join(' ', relation.Evidence.ToArray().Select(e => e.Detail))}";
    }

    private static IEnumerable<Asset> Secrets(AssetMap map) => map.Assets.Where(a => a.Kind == AssetKind.Secret);

    private static bool IsFoundAlone(KeyFormat format, int seed) => Catalog.Found(Text(format, seed)) is [var id] && id == format.Id;

    private static string Text(KeyFormat format, int seed) => format.Valid[0].Join(new Random(seed).Next);
}

file static class Readers
{
    /// <summary>The host and database of an address are named on purpose; its password is tested apart.</summary>
    public static string Reader(this KeyFormat format) => format.Id == "database-url" ? "url" : "other";
}
