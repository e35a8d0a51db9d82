using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Go's own names, and those of the libraries through which values reach its programs.</summary>
internal static class GoTraits
{
    public static readonly LanguageTraits All = new()
    {
        Self = null,
        Options = true,
        EnvironmentReaders = Set("os.Getenv()"),
    };
}
