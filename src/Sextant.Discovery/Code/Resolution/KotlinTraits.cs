namespace Sextant.Discovery.Code.Resolution;

/// <summary>Kotlin's own names, beside those of Java.</summary>
internal static class KotlinTraits
{
    public static readonly LanguageTraits All = new()
    {
        SeesMembers = true,
        Options = true,
        Builders = true,
        EnvironmentReaders = JavaTraits.All.EnvironmentReaders,
    };
}
