using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>C#'s own names, and those of .NET through which values reach its programs.</summary>
internal static class CSharpTraits
{
    public static readonly LanguageTraits All = new()
    {
        SeesMembers = true,
        Options = true,
        EnvironmentReaders = Set("System.Environment.GetEnvironmentVariable()"),
    };
}
