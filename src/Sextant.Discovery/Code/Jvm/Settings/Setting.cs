namespace Sextant.Discovery.Code.Jvm.Settings;

/// <summary>A property of an application: <c>spring.ai.openai.api-key = ${OPENAI_API_KEY}</c>.</summary>
/// <param name="Key">Its name, with dots and hyphens.</param>
/// <param name="Value">What it is set to, as written.</param>
/// <param name="Line">Its line.</param>
internal readonly record struct Setting(string Key, string Value, int Line)
{
    /// <summary>The environment variable or property that decides the value; null if none does alone.</summary>
    public string? Variable => IsPlaceholder ? Value[2..(Colon < 0 ? Value.Length - 1 : Colon)].Trim() : null;

    /// <summary>The value where nothing else decides: the constant, or the default of a placeholder; null if there is none.</summary>
    public string? Constant => !IsPlaceholder ? Value.Contains("${", StringComparison.Ordinal) ? null : Value
        : Colon < 0 || Value[(Colon + 1)..^1] is not { Length: > 0 } standard || standard.Contains("${", StringComparison.Ordinal) ? null : standard;

    private bool IsPlaceholder => Value.StartsWith("${", StringComparison.Ordinal) && Value.IndexOf('}', StringComparison.Ordinal) == Value.Length - 1;

    private int Colon => Value.IndexOf(':', StringComparison.Ordinal);
}
