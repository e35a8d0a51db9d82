namespace Sextant.Posture.Classify;

/// <summary>
/// Splits names into words, so that a hint is a whole word and never part of one: <c>prodCustomers-v2</c> is prod, customers,
/// v2; <c>product</c> is only product.
/// </summary>
internal static class Words
{
    /// <summary>The words of a name, lower case, in order.</summary>
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            var turns = !ends && i > start && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!ends && !turns)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }

        return words;
    }
}
