using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Whether the conditions of a recognition hold at a call: <c>boto3.client("s3")</c> is not <c>boto3.client("bedrock-runtime")</c>.</summary>
internal static class Conditions
{
    public static bool Hold(RecognitionEntry entry, Located place, ICodeResolver code)
    {
        foreach (var (argument, texts) in entry.Conditions)
        {
            if (place.Expression is not Expression.Call call || call.Argument(argument.Keyword, argument.Position) is not { } value)
                return false;
            if (value is Expression.Flag flag)
            {
                if (!texts.Contains(flag.Value ? "true" : "false", StringComparer.Ordinal))
                    return false;
            }
            else if (!code.TextsOf(place.With(value)).Any(t => texts.Contains(t.Text, StringComparer.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
