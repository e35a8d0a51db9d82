namespace Sextant.Discovery.History.Objects;

/// <summary>Applies git's differences: copies from a base and inserts of new bytes (gitformat-pack(5)).</summary>
internal static class Delta
{
    /// <summary>Reads the sizes that stand before the instructions.</summary>
    public static bool TrySizes(ReadOnlySpan<byte> delta, out long baseSize, out long resultSize, out int used)
    {
        resultSize = 0;
        used = 0;
        return TryNumber(delta, ref used, out baseSize) && TryNumber(delta, ref used, out resultSize);
    }

    /// <summary>Makes the result, of which <paramref name="target"/> has exactly the size; false if an instruction is damaged.</summary>
    public static bool TryApply(ReadOnlySpan<byte> source, ReadOnlySpan<byte> instructions, Span<byte> target)
    {
        for (var at = 0; at < instructions.Length;)
        {
            var op = instructions[at++];
            ReadOnlySpan<byte> piece;
            if ((op & 0x80) != 0)
            {
                if (!TryPlace(op, instructions, ref at, out var offset, out var size) || offset + size > source.Length)
                    return false;
                piece = source.Slice((int)offset, (int)size);
            }
            else
            {
                if (op == 0 || op > instructions.Length - at)
                    return false;
                piece = instructions.Slice(at, op);
                at += op;
            }

            if (!piece.TryCopyTo(target))
                return false;
            target = target[piece.Length..];
        }

        return target.IsEmpty;
    }

    private static bool TryPlace(byte op, ReadOnlySpan<byte> instructions, ref int at, out long offset, out long size)
    {
        (offset, size) = (0, 0);
        for (var i = 0; i < 7; i++)
        {
            if ((op & (1 << i)) == 0)
                continue;
            if (at == instructions.Length)
                return false;
            if (i < 4)
                offset |= (long)instructions[at++] << (8 * i);
            else
                size |= (long)instructions[at++] << (8 * (i - 4));
        }

        if (size == 0)
            size = 0x10000;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> delta, ref int used, out long number)
    {
        number = 0;
        for (var shift = 0; used < delta.Length && shift <= 56; shift += 7)
        {
            var part = delta[used++];
            number |= (long)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
                return true;
        }

        return false;
    }
}
