using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Java's own names, and those of the libraries through which values reach its programs.</summary>
internal static class JavaTraits
{
    public static readonly LanguageTraits All = new()
    {
        SeesMembers = true,
        Options = true,
        Builders = true,
        EnvironmentReaders = Set("java.lang.System.getenv()"),
    };
}
