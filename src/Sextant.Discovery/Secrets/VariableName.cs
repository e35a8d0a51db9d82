using System.Text;

namespace Sextant.Discovery.Secrets;

/// <summary>The name that stands beside a value on its line.</summary>
/// <param name="Start">Where it starts; 0 with <see cref="Length"/> 0 if there is none.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct NamePlace(int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}

/// <summary>
/// Looks back from a value, on its line, for the name it is given: <c>NAME = "…"</c>, <c>"name": "…"</c>, <c>ENV NAME …</c>,
/// <c>--name …</c>, <c>os.environ["NAME"] = "…"</c>, <c>setenv("NAME", "…")</c>, <c>?name=…</c>, and a Kubernetes <c>value:</c> below its <c>name:</c>.
/// </summary>
internal static class VariableName
{
    private const int Furthest = 120;
    private const int Longest = 64;

    private static readonly string[] Roots = ["process.env.", "import.meta.env.", "os.environ.", "self.", "this.", "cls.", "env.", "st.secrets."];
    private static readonly string[] Types = ["string", "str", "String", "const", "char", "var", "let", "final", "Final", "Secret", "SecretStr", "bytes", "text"];

    /// <summary>The place of the name before a value that starts at an offset.</summary>
    public static NamePlace Before(ReadOnlySpan<byte> bytes, int value)
    {
        var line = LineStart(bytes, value);
        var at = SkipBack(bytes, line, SkipScheme(bytes, line, value), "\"'`\\ \t([{@");
        var op = SkipBack(bytes, line, at, "=:,>?");
        if (op == at)
            return at < value && IsBlank(bytes[at]) ? Argument(bytes, line, at) : default;
        var name = Identifier(bytes, line, SkipBack(bytes, line, op, "\"'`\\ \t])"));
        if (name.Length > 0 && bytes[op..at].IndexOfAny("=:"u8) < 0 && bytes[op] == ',' && bytes[name.End] is not ((byte)'"' or (byte)'\''))
            return default;
        if (name.Length > 0 && IsType(bytes.Slice(name.Start, name.Length)))
            name = BeforeType(bytes, line, name);
        return IsValueKey(bytes, name) && NameAbove(bytes, line) is { Length: > 0 } above ? above : name;
    }

    /// <summary>The name in upper snake case, without what only says where it is kept; empty if it is none.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, NamePlace place)
    {
        if (place.Length == 0)
            return "";
        var written = Encoding.ASCII.GetString(bytes.Slice(place.Start, place.Length)).Trim('.', '-', '$', '_');
        foreach (var root in Roots)
        {
            if (written.StartsWith(root, StringComparison.Ordinal))
                written = written[root.Length..];
        }

        var name = new StringBuilder(written.Length + 4);
        for (var i = 0; i < written.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(written[i]))
                name.Append('_');
            else if (i > 0 && char.IsAsciiLetterUpper(written[i]) && char.IsAsciiLetterLower(written[i - 1]))
                name.Append('_').Append(written[i]);
            else
                name.Append(char.ToUpperInvariant(written[i]));
        }

        return name.ToString();
    }

    private static int LineStart(ReadOnlySpan<byte> bytes, int at)
    {
        var from = Math.Max(0, at - Furthest);
        return from + bytes[from..at].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
    }

    private static int SkipBack(ReadOnlySpan<byte> bytes, int line, int at, string skipped)
    {
        while (at > line && skipped.Contains((char)bytes[at - 1], StringComparison.Ordinal))
            at--;
        return at;
    }

    // "Bearer sk-…" and the like say how the value is sent, not what it is called.
    private static int SkipScheme(ReadOnlySpan<byte> bytes, int line, int value)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["Bearer ", "bearer ", "Token ", "Basic ", "Bearer%20"])
        {
            if (value - line >= scheme.Length && Ascii.Equals(bytes.Slice(value - scheme.Length, scheme.Length), scheme))
                return value - scheme.Length;
        }

        return value;
    }

    private static NamePlace Identifier(ReadOnlySpan<byte> bytes, int line, int end)
    {
        var start = end;
        while (start > line && end - start <= Longest && (Boundary.IsWord(bytes[start - 1]) || bytes[start - 1] is (byte)'.' or (byte)'-' or (byte)'$'))
            start--;
        // The letter of an escape (\n, \t) belongs to no name.
        if (start > line && start < end && bytes[start - 1] == '\\' && bytes[start] is (byte)'n' or (byte)'t' or (byte)'r')
            start++;
        while (start < end && bytes[start] is (byte)'-' or (byte)'.' or (byte)'$')
            start++;
        var letters = end - start <= Longest && start < end && !char.IsAsciiDigit((char)bytes[start]);
        return letters ? new NamePlace(start, end - start) : default;
    }

    // A name and its value may be apart by blanks alone: ENV NAME value, --name value, export NAME value.
    private static NamePlace Argument(ReadOnlySpan<byte> bytes, int line, int blank)
    {
        var name = Identifier(bytes, line, SkipBack(bytes, line, blank, " \t\"'"));
        if (name.Length == 0)
            return default;
        var isOption = name.Start >= line + 2 && bytes[name.Start - 1] == '-' && bytes[name.Start - 2] == '-';
        var isConstant = bytes.Slice(name.Start, name.Length).Contains((byte)'_') && !bytes.Slice(name.Start, name.Length).ContainsAnyInRange((byte)'a', (byte)'z');
        return isOption || isConstant ? name : default;
    }

    private static bool IsType(ReadOnlySpan<byte> name)
    {
        foreach (var type in Types)
        {
            if (Ascii.Equals(name, type))
                return true;
        }

        return false;
    }

    private static NamePlace BeforeType(ReadOnlySpan<byte> bytes, int line, NamePlace type)
    {
        var name = Identifier(bytes, line, SkipBack(bytes, line, type.Start, ": \t&*"));
        return name.Length > 0 ? name : type;
    }

    private static bool IsValueKey(ReadOnlySpan<byte> bytes, NamePlace name) =>
        name.Length > 0 && Ascii.EqualsIgnoreCase(bytes.Slice(name.Start, name.Length), "value");

    private static NamePlace NameAbove(ReadOnlySpan<byte> bytes, int line)
    {
        if (line < 2)
            return default;
        var end = line - 1;
        var start = LineStart(bytes, end);
        var text = bytes[start..end];
        var key = text.IndexOf("name"u8);
        if (key < 0)
            return default;
        while (end > start && bytes[end - 1] is (byte)'"' or (byte)'\'' or (byte)' ' or (byte)',' or (byte)'\r')
            end--;
        var name = Identifier(bytes, start, end);
        return name.Start > start + key ? name : default;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'"' or (byte)'\'';
}
