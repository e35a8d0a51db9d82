using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>The call that declares an option of the command line: <c>add_argument("-m", "--model-name", default="x")</c>.</summary>
internal static class CommandLineOption
{
    /// <summary>Whether the option's value gets a name: that of <c>dest</c>, or of a flag, with underscores.</summary>
    public static bool Declares(Expression.Call call, string name)
    {
        if (call.Argument("dest") is Expression.Text destination)
            return destination.Value == name;
        return call.Arguments.Any(a => a is { Keyword: null, Value: Expression.Text flag } && Matches(flag.Value, name));
    }

    private static bool Matches(string flag, string name)
    {
        var written = flag.AsSpan().TrimStart('-');
        if (written.IndexOf('/') is > 0 and var slash)
            written = written[..slash];
        if (written.Length != name.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != (written[i] == '-' ? '_' : written[i]))
                return false;
        }

        return true;
    }
}
