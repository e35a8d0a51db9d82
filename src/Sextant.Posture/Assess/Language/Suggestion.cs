namespace Sextant.Posture.Assess.Language;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>
    /// <c>; did you mean 'agent'?</c> for the nearest word by optimal string alignment (insert, delete, replace, swap), if it
    /// is near; and then what is allowed.
    /// </summary>
    public static string For(string word, IReadOnlyCollection<string> allowed)
    {
        var list = allowed.Count == 0 ? "" : $" Allowed: {string.Join(", ", allowed)}";
        return Nearest(word, allowed) is { } nearest ? $"; did you mean '{nearest}'?{list}" : $".{list}";
    }

    private static string? Nearest(string word, IReadOnlyCollection<string> candidates)
    {
        var limit = word.Length > 60 ? 0 : Math.Max(1, word.Length / 3);
        return candidates
            .Where(c => Math.Abs(c.Length - word.Length) <= limit)
            .Select(c => (Word: c, Distance: Distance(word, c)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word).FirstOrDefault();
    }

    private static int Distance(string a, string b)
    {
        int[] beforeLast = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (char.ToLowerInvariant(a[i - 1]) == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }
}
