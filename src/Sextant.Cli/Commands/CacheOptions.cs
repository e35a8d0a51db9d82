using System.CommandLine;
using Sextant.Cli.Scanning;
using Sextant.Discovery.Memory;

namespace Sextant.Cli.Commands;

/// <summary><c>--cache</c> and <c>--no-cache</c>.</summary>
internal static class CacheOptions
{
    public static Option<string?> Folder { get; } = new("--cache") { Description = "Where what scans keep for the next one is ($XDG_CACHE_HOME/sextant, or ~/.cache/sextant)." };

    public static Option<bool> None { get; } = new("--no-cache") { Description = "Reads everything anew, and keeps nothing for the next scan." };

    /// <summary>The cache that was asked for; null for none.</summary>
    public static ScanCache? Of(ParseResult parsed, Installation installation) =>
        parsed.GetValue(None) ? null : installation.Cache(parsed.GetValue(Folder), TimeProvider.System);
}
