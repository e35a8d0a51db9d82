using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>JavaScript's and TypeScript's own names, and those through which values reach their programs.</summary>
internal static class TypeScriptTraits
{
    public static readonly LanguageTraits All = new()
    {
        Options = true,
        EnvironmentReaders = Set("process.env[] Deno.env.get()"),
    };
}
