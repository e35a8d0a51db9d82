namespace Sextant.Discovery.Code.Facts;

/// <summary>Lines of a source file, from 1, both inclusive.</summary>
public readonly record struct LineSpan(int Start, int End)
{
    /// <summary>One line.</summary>
    public static LineSpan At(int line) => new(line, line);
}
