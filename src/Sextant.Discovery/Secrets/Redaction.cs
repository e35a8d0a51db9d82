using System.Globalization;
using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>What may be shown of a secret.</summary>
internal static class Redaction
{
    private const int LongestLiteral = 8;
    private const int Shown = 2;

    /// <summary>
    /// At most eight characters of the fixed beginning, two characters of the rest if the beginning is shown whole, and the
    /// length: <c>sk-proj-Ab…(164)</c>. Of a short secret nothing of the rest is shown.
    /// </summary>
    public static string Of(ReadOnlySpan<byte> secret, int literal)
    {
        var variable = secret.Length - literal;
        var shown = literal > LongestLiteral || variable < 16 ? Math.Min(literal, LongestLiteral) : literal + Shown;
        return string.Create(CultureInfo.InvariantCulture, $"{Encoding.ASCII.GetString(secret[..shown])}…({secret.Length})");
    }
}
