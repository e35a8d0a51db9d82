using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Constants by which a library names models: <c>ChatModel.GPT_4O</c>. The catalog says which types hold them.</summary>
internal static class ModelConstants
{
    /// <summary>The name of the model that a constant means; null if it is none that is known.</summary>
    public static ResolvedText? Of(CodeReading reading, Located value)
    {
        if (reading.Code.SymbolOf(value) is not { } symbol)
            return null;
        // A constant may be asked for its text: GPT_4O.toString().
        if (symbol.EndsWith("()", StringComparison.Ordinal))
            symbol = symbol[..symbol.LastIndexOf('.')];
        var entry = reading.Catalog.Find(value.Unit.Language, RecognitionForm.Name, symbol).FirstOrDefault(e => e is { Kind: RecognitionKind.Model } && e.Value("naming") == "constant");
        if (entry is null)
            return null;
        var constant = symbol[(symbol.LastIndexOf('.') + 1)..];
        var declared = entry.All("constants").FirstOrDefault(c => c.StartsWith(constant + "=", StringComparison.Ordinal));
        var name = declared is not null ? declared[(constant.Length + 1)..] : entry.All("constants").Count == 0 ? Spelled(constant) : null;
        return name is null ? null : new ResolvedText(name, TextSource.Constant, value.Unit.Path, value.Expression.Line);
    }

    /// <summary>A name as providers write it: <c>GPT_4_O_MINI</c> is gpt-4o-mini, <c>GEMINI_2_5_PRO</c> is gemini-2.5-pro.</summary>
    public static string? Spelled(string constant)
    {
        if (constant.Any(char.IsAsciiLetterLower))
            return null;
        var parts = constant.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        var dotted = parts is ["gpt" or "gemini" or "davinci" or "qwen" or "llama", ..];
        var name = parts.Length == 0 ? "" : parts[0];
        for (var i = 1; i < parts.Length; i++)
        {
            var isVersion = dotted && i == 2 && parts[1].Length == 1 && parts[2].Length == 1 && char.IsAsciiDigit(parts[1][0]);
            name += isVersion ? char.IsAsciiDigit(parts[2][0]) ? "." + parts[i] : parts[i] : "-" + parts[i];
        }

        return name;
    }
}
