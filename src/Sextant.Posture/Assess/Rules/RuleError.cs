namespace Sextant.Posture.Assess.Rules;

/// <summary>A mistake in a rule's file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; 0 if the mistake has no place.</param>
/// <param name="Column">The column, from 1; 0 if the mistake has no place.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record RuleError(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}:{Column}: {Message}" : $"{File}: {Message}";
}
