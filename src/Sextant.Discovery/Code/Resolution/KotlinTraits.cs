namespace Sextant.Discovery.Code.Resolution;

/// <summary>Kotlin's own names, beside those of Java.</summary>
internal static class KotlinTraits
{
    public static readonly LanguageTraits All = JavaTraits.All with
    {
        TransparentMethods = LanguageTraits.Set("orElseThrow toUri toURI toPath toServerParameters trimIndent trimMargin lowercase toString"),
    };
}
