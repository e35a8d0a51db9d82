using Sextant.Discovery.Secrets;

namespace Sextant.Discovery.Tests.Secrets;

public sealed class KeyFormatTests
{
    private const int Seeds = 20;

    [Fact]
    public void Every_valid_example_is_found_once_and_as_its_own_format()
    {
        var wrong = new List<string>();
        foreach (var format in Catalog.Formats.All)
        {
            foreach (var example in format.Valid)
            {
                var misses = Enumerable.Range(0, Seeds).Select(seed => Catalog.Found(example.Join(new Random(seed).Next))).Where(found => found is not [var id] || id != format.Id).ToArray();
                // A value drawn at random may look like none: with a word in it, or without a digit.
                if (misses.Length > 1)
                    wrong.Add($"{format.Id} (line {example.Line}): {misses.Length} of {Seeds} are [{string.Join(", ", misses[0])}]");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_invalid_example_is_found()
    {
        var wrong = new List<string>();
        foreach (var format in Catalog.Formats.All)
        {
            foreach (var example in format.Invalid)
            {
                var found = Enumerable.Range(0, Seeds).SelectMany(seed => Catalog.Found(example.Join(new Random(seed).Next))).ToArray();
                if (found.Contains(format.Id))
                    wrong.Add($"{format.Id} (line {example.Line})");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_trigger_is_lower_case_and_long_enough_to_be_rare() =>
        Assert.All(Catalog.Formats.Triggers, t => Assert.True(t.Length >= 3 && !t.Any(char.IsAsciiLetterUpper), t));

    [Fact]
    public void A_mistake_names_its_file_and_line_and_what_is_allowed()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "keys.yaml"), """
            formats:
              - id: acme
                name: Acme key
                provider: acme
                shape: ["ac", alphabet 3]
                colour: red
                grants: package:npm/x
                severity: awful
                examples: { valid: [["acme-", hex 3]] }
            """);

        var mistakes = Assert.Throws<KeyFormatException>(() => KeyFormats.Load(folder)).Mistakes;

        Assert.Equal(
            [
                "keys.yaml:2: a format needs 'examples' with at least one 'invalid'",
                "keys.yaml:2: a format needs a literal of at least 3 characters at a fixed place, or a context",
                "keys.yaml:5: 'alphabet' is no alphabet;",
                "keys.yaml:6: 'colour' is not known here;",
                "keys.yaml:7: 'package:npm/x' is no grant;",
                "keys.yaml:8: 'awful' is no severity;",
            ],
            mistakes.Select(m => m.Contains(';', StringComparison.Ordinal) ? m[..(m.IndexOf(';', StringComparison.Ordinal) + 1)] : m).Order(StringComparer.Ordinal));
        Directory.Delete(folder, true);
    }

    [Fact]
    public void The_same_id_twice_is_a_mistake()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        const string Format = "formats:\n  - { id: a, name: A, provider: a, shape: [\"abcd\", hex 8], grants: none, examples: { valid: [[\"a\"]], invalid: [[\"b\"]] } }\n";
        File.WriteAllText(Path.Combine(folder, "one.yaml"), Format);
        File.WriteAllText(Path.Combine(folder, "two.yaml"), Format);

        Assert.Single(Assert.Throws<KeyFormatException>(() => KeyFormats.Load(folder)).Mistakes);
        Directory.Delete(folder, true);
    }
}
