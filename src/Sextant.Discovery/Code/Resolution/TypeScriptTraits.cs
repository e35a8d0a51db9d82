using static Sextant.Discovery.Code.Resolution.LanguageTraits;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>JavaScript's and TypeScript's own names, and those through which values reach their programs.</summary>
internal static class TypeScriptTraits
{
    public static readonly LanguageTraits All = new()
    {
        Reexports = true,
        Options = true,
        ObjectLiterals = true,
        Builtins = Set("""
            Array ArrayBuffer AsyncGenerator AsyncIterable Awaited Bun Buffer Date Deno Error Function Generator Headers Iterable JSON Map Math
            NonNullable Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray Record Reflect RegExp Request Required Response Set
            String Symbol URL URLSearchParams WeakMap WebSocket XMLHttpRequest EventSource alert console crypto document eval fetch global
            globalThis import navigator process queueMicrotask self setInterval setTimeout structuredClone window localStorage sessionStorage
            dangerouslySetInnerHTML innerHTML outerHTML
            """),
        PropertyDecorators = Set("get"),
        TransparentTypes = Set("""
            builtins.Promise builtins.Awaited builtins.Partial builtins.Required builtins.Readonly builtins.NonNullable builtins.Omit builtins.Pick
            builtins.AsyncGenerator builtins.Generator builtins.AsyncIterable builtins.Iterable
            """),
        TransparentCalls = Set("""
            builtins.String() builtins.structuredClone() builtins.Object.freeze() util.promisify() util.default.promisify()
            server-only.default() react.cache() next/cache.unstable_cache() react.useMemo()
            """),
        WrappingCalls = Set("builtins.URL() path.resolve() path.normalize() url.fileURLToPath()"),
        DedentingCalls = Set("dedent.default() dedent.dedent() ts-dedent.default() ts-dedent.dedent() common-tags.stripIndent() common-tags.stripIndents() outdent.default() outdent.outdent() builtins.String.raw()"),
        EnvironmentReaders = Set("builtins.process.env[] process.env[] builtins.Deno.env.get() builtins.Bun.env[] builtins.import.meta.env[] env-var.default.get() env-var.get()"),
        EnvironmentObjects = Set("""
            builtins.process.env process.env process.default.env builtins.globalThis.process.env builtins.import.meta.env builtins.Bun.env
            bun.env cloudflare:workers.env astro:env/server astro:env/client $env/static/private $env/static/public $env/dynamic/private.env
            $env/dynamic/public.env @t3-oss/env-nextjs.createEnv() @t3-oss/env-core.createEnv() @t3-oss/env-nuxt.createEnv() envalid.cleanEnv()
            """),
    };
}
