namespace Sextant.Cli.Commands;

/// <summary>Asks before anything leaves the machine.</summary>
internal static class Consent
{
    private const string Question =
        "Each key that is found will be sent once, over TLS, to the provider that issued it, in a call that only reads.\n" +
        "The provider sees the call and your address. Go on? [y/N] ";

    /// <summary>Whether found keys may be sent to their providers: agreed to beforehand, or by an answer at the terminal.</summary>
    public static bool ToSendKeys(bool agreed)
    {
        if (agreed || Console.IsInputRedirected)
            return agreed;
        Console.Error.Write(Question);
        return Console.ReadLine()?.Trim() is { } answer && (answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }
}
