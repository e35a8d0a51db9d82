using System.Numerics;

namespace Sextant.Discovery.Secrets;

/// <summary>
/// Tells what a machine drew at random from what people write: placeholders, words, sequences, repetition. Checks that are
/// for texts without a fixed beginning only are <see cref="IsDrawn"/>.
/// </summary>
internal static class Rarity
{
    private const int LongestSequence = 6;
    private const int LongestRepetition = 5;

    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz"];

    /// <summary>Whether the variable part of a key cannot be one: a placeholder, a sequence, a repetition, too little entropy.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<byte> value, double minEntropy, Stopwords stopwords)
    {
        Span<byte> lower = stackalloc byte[Math.Min(value.Length, 512)];
        for (var i = 0; i < lower.Length; i++)
            lower[i] = (byte)char.ToLowerInvariant((char)value[i]);
        return stopwords.HasPlaceholder(lower) || HasSequence(lower) || IsPeriodic(lower) || Entropy(value) < Math.Min(minEntropy, Math.Log2(Math.Max(value.Length, 2)) - 0.9);
    }

    /// <summary>Whether a value without a fixed beginning looks drawn at random: letters and digits mixed, no words, no digest of another kind.</summary>
    public static bool IsDrawn(ReadOnlySpan<byte> value, KeyMixture mixture, Stopwords stopwords)
    {
        Span<byte> lower = stackalloc byte[Math.Min(value.Length, 256)];
        var (digits, letters, changes) = (0, 0, 0);
        for (var i = 0; i < lower.Length; i++)
        {
            var c = (char)value[i];
            lower[i] = (byte)char.ToLowerInvariant(c);
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            changes += i > 0 && Class(value[i]) != Class(value[i - 1]) ? 1 : 0;
        }

        if (mixture != KeyMixture.LettersOnly && (digits == 0 || letters == 0 || changes * 5 < lower.Length))
            return false;
        return mixture == KeyMixture.Hexadecimal || (!IsDigest(lower) && stopwords.CharactersInWords(lower) * 5 < lower.Length * 2);
    }

    /// <summary>Shannon entropy in bits a character.</summary>
    public static double Entropy(ReadOnlySpan<byte> value)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var b in value)
            counts[b]++;
        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                sum -= count * Math.Log2((double)count / value.Length);
        }

        return value.Length == 0 ? 0 : sum / value.Length;
    }

    // A value that is hexadecimal by chance is a hash: the alphabet of its format has many more characters.
    private static bool IsDigest(ReadOnlySpan<byte> lower) => Alphabet.All["hex"].RunLength(lower) == lower.Length;

    private static int Class(byte b) => (char)b switch { >= '0' and <= '9' => 0, >= 'a' and <= 'z' => 1, >= 'A' and <= 'Z' => 2, _ => 3 };

    private static bool HasSequence(ReadOnlySpan<byte> lower)
    {
        var (up, down, same) = (1, 1, 1);
        for (var i = 1; i < lower.Length; i++)
        {
            var step = lower[i] - lower[i - 1];
            // In ten digits and in sixteen, nine is followed by nought or by a.
            if (lower[i - 1] == '9' && lower[i] is (byte)'0' or (byte)'a')
                step = 1;
            (up, down, same) = (step == 1 ? up + 1 : 1, step == -1 ? down + 1 : 1, step == 0 ? same + 1 : 1);
            if (up > LongestSequence || down > LongestSequence || same > LongestRepetition)
                return true;
        }

        return IsStepped(lower) || HasKeyboardRun(lower);
    }

    // Two sequences in turn (a1b2c3d4), or many short ones (abcd1234efgh5678).
    private static bool IsStepped(ReadOnlySpan<byte> lower)
    {
        var (steps, inTurn) = (0, 0);
        for (var i = 1; i < lower.Length; i++)
        {
            steps += Math.Abs(lower[i] - lower[i - 1]) == 1 ? 1 : 0;
            inTurn += i > 1 && lower[i] - lower[i - 2] == 1 ? 1 : 0;
        }

        return steps * 5 > lower.Length * 2 || inTurn * 2 > lower.Length;
    }

    private static bool HasKeyboardRun(ReadOnlySpan<byte> lower)
    {
        Span<byte> run = stackalloc byte[LongestRepetition];
        foreach (var row in KeyboardRows)
        {
            for (var start = 0; start + run.Length <= row.Length; start++)
            {
                for (var i = 0; i < run.Length; i++)
                    run[i] = (byte)row[start + i];
                if (lower.IndexOf(run) >= 0)
                    return true;
            }
        }

        return false;
    }

    // The same unit again and again, such as 0123456789abcdef twice.
    private static bool IsPeriodic(ReadOnlySpan<byte> lower)
    {
        for (var period = 1; period <= lower.Length / 2; period++)
        {
            if (lower[period..].SequenceEqual(lower[..^period]))
                return true;
        }

        return BitOperations.PopCount(Distinct(lower)) < Math.Min(5, lower.Length / 2);
    }

    private static ulong Distinct(ReadOnlySpan<byte> lower)
    {
        var seen = 0UL;
        foreach (var b in lower)
            seen |= 1UL << (b & 63);
        return seen;
    }
}
