namespace Sextant.Discovery.Secrets;

/// <summary>Matches the shape of a format at a place. Bounded: a shape has few runs, and each try costs a step of a budget.</summary>
internal ref struct ShapeMatcher(ReadOnlySpan<byte> bytes, KeyFormat format)
{
    private const int Steps = 2000;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _steps = Steps;

    /// <summary>The end of the key that begins at a place, or -1.</summary>
    public int EndAt(int start) => End(0, start, start, null);

    private int End(int part, int at, int start, Alphabet? last)
    {
        if (--_steps < 0)
            return -1;
        if (part == format.Shape.Count)
            return MayEnd(at, start, last) ? at : -1;
        if (format.Shape[part] is ShapePart.Literal literal)
            return literal.LengthAt(_bytes[at..]) is >= 0 and var length ? End(part + 1, at + length, start, null) : -1;
        return format.Shape[part] is ShapePart.Run run ? EndOfRun(run, part, at, start) : -1;
    }

    private int EndOfRun(ShapePart.Run run, int part, int at, int start)
    {
        var available = run.Alphabet.RunLength(_bytes[at..Math.Min(_bytes.Length, at + run.Max)]);
        for (var length = run.LongestUpTo(available); length >= 0; length = run.LongestUpTo(length - 1))
        {
            var end = End(part + 1, at + length, start, run.Alphabet);
            if (end >= 0)
                return end;
        }

        return -1;
    }

    private readonly bool MayEnd(int end, int start, Alphabet? last)
    {
        if (format.Context is not null && format.Shape[0] is ShapePart.Run)
            return Boundary.AfterValue(_bytes, end);
        return Boundary.After(_bytes, end, last) || BeginsAgain(end, start);
    }

    // Keys with a fixed beginning may stand back to back, without anything between them.
    private readonly bool BeginsAgain(int end, int start) =>
        format.Shape[0] is ShapePart.Literal literal && literal.Min >= 3 && end > start && literal.LengthAt(_bytes[end..]) > 0;
}
