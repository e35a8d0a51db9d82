namespace Sextant.Discovery.Personal;

/// <summary>Checks of numbers that carry their own proof.</summary>
internal static class Digits
{
    /// <summary>Test numbers that payment providers publish, and the cards of documentation.</summary>
    private static readonly HashSet<string> TestCards = new(StringComparer.Ordinal)
    {
        "4111111111111111", "4242424242424242", "4012888888881881", "4000056655665556", "5555555555554444", "5105105105105100", "5200828282828210",
        "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "30569309025904", "3530111333300000", "4000000000000002",
        "4532015112830366", "4917610000000000", "2223003122003222",
    };

    // Lengths by country, of the countries in the register of ISO 13616 that most accounts are in.
    private static readonly Dictionary<string, int> IbanLengths = new(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AE"] = 23, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18, ["EE"] = 20,
        ["ES"] = 24, ["FI"] = 18, ["FR"] = 27, ["GB"] = 22, ["GR"] = 27, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22, ["IL"] = 23, ["IS"] = 26, ["IT"] = 27,
        ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27, ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24,
        ["SA"] = 24, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24, ["SM"] = 27, ["TR"] = 26,
    };

    /// <summary>Whether digits are the number of a payment card that is in use: its issuer's range, its length and its Luhn digit.</summary>
    public static bool IsCard(string digits) => Issued(digits) && Luhn(digits) && !TestCards.Contains(digits) && digits.Distinct().Count() > 2;

    /// <summary>Whether a text without spaces is an IBAN: its country's length, and 1 modulo 97 (ISO 7064).</summary>
    public static bool IsIban(string text)
    {
        if (text.Length < 15 || !IbanLengths.TryGetValue(text[..2], out var length) || text.Length != length)
            return false;
        var rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[(i + 4) % text.Length];
            var value = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterUpper(c) ? c - 'A' + 10 : -1;
            if (value < 0)
                return false;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return rest == 1;
    }

    /// <summary>Whether three groups are a social security number that was or can be given out, and none of those printed in advertisements.</summary>
    public static bool IsSocialSecurity(ReadOnlySpan<char> area, ReadOnlySpan<char> group, ReadOnlySpan<char> serial) =>
        area is not ("000" or "666") && area[0] != '9' && group is not "00" && serial is not "0000"
        && !(area is "078" && group is "05" && serial is "1120") && !(area is "219" && group is "09" && serial is "9999") && !(area is "123" && group is "45");

    private static bool Issued(string digits) => digits switch
    {
        ['4', ..] => digits.Length is 13 or 16 or 19,
        ['5', >= '1' and <= '5', ..] => digits.Length == 16,
        ['2', >= '2' and <= '7', ..] => digits.Length == 16,
        ['3', '4' or '7', ..] => digits.Length == 15,
        ['6', '0' or '5', ..] => digits.Length == 16,
        ['3', '5', ..] => digits.Length == 16,
        _ => false,
    };

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            value = i % 2 == 1 ? value * 2 : value;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }
}
