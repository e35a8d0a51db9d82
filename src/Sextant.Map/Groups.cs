namespace Sextant.Map;

/// <summary>Numbers put together by a key, as two arrays (a counting sort): the members of key k, in order, are a contiguous run.</summary>
internal readonly struct Groups
{
    private readonly int[] _offsets;
    private readonly int[] _members;

    private Groups(int[] offsets, int[] members) => (_offsets, _members) = (offsets, members);

    /// <summary>All numbers, group by group.</summary>
    public Span<int> Members => _members;

    /// <summary>The members of a key.</summary>
    public Span<int> this[int key] => _members.AsSpan(_offsets[key], _offsets[key + 1] - _offsets[key]);

    /// <summary>Where the members of a key start; that of the key after the last is the end.</summary>
    public int Start(int key) => _offsets[key];

    /// <summary>Groups the numbers 0, 1, … by their keys, each from 0 to <paramref name="count"/> - 1.</summary>
    public static Groups By(ReadOnlySpan<int> keys, int count)
    {
        var offsets = Offsets(keys, count);
        var next = offsets.AsSpan(0, count).ToArray();
        var members = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            members[next[keys[i]]++] = i;
        return new Groups(offsets, members);
    }

    /// <summary>Where each key's run starts if the keys are sorted.</summary>
    public static int[] Offsets(ReadOnlySpan<int> keys, int count)
    {
        var offsets = new int[count + 1];
        foreach (var key in keys)
            offsets[key + 1]++;
        for (var i = 0; i < count; i++)
            offsets[i + 1] += offsets[i];
        return offsets;
    }
}
