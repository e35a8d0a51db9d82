using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Reads TypeScript and JavaScript, up to ES2024 and TypeScript 5.9, with JSX, and the scripts of Vue, Svelte and Astro files.</summary>
public sealed class TypeScriptFrontEnd : IFrontEnd
{
    /// <inheritdoc/>
    public string Language => "typescript";

    /// <inheritdoc/>
    public bool Reads(TreePath path) =>
        path.HasExtension(".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".vue", ".svelte", ".astro") && !IsGenerated(path.FileName);

    /// <inheritdoc/>
    public CodeUnit Read(string path, string text)
    {
        var at = new TreePath(path);
        var source = at.HasExtension(".vue", ".svelte", ".astro") ? ScriptBlocks.Of(text, at.HasExtension(".astro")) : text;
        using var tokens = new TokenBuffer<Token>(source.Length);
        var complete = new TypeScriptLexer(source, tokens, !at.HasExtension(".ts", ".mts", ".cts", ".vue", ".svelte")).Run();
        return new TypeScriptParser(source, tokens).Parse(path, ModuleNames.Of(path), complete);
    }

    // What is made from other sources says nothing of its own.
    private static bool IsGenerated(ReadOnlySpan<char> name) =>
        name.EndsWith(".d.ts", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".d.mts", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".d.cts", StringComparison.OrdinalIgnoreCase) || name.Contains(".min.", StringComparison.OrdinalIgnoreCase);
}
