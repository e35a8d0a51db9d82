using System.Collections.Frozen;

namespace Sextant.Discovery.Code.CSharp;

/// <summary>The reserved words of C#.</summary>
internal static class Keywords
{
    private const int Longest = 10;

    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = All().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word is: a name, if it is not reserved.</summary>
    public static TokenKind Of(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= Longest && word[0] is >= 'a' and <= 'w' && Kinds.TryGetValue(word, out var kind) ? kind : TokenKind.Name;

    private static FrozenDictionary<string, TokenKind> All()
    {
        var kinds = new Dictionary<string, TokenKind>(StringComparer.Ordinal);
        for (var kind = TokenKind.As; kind <= TokenKind.While; kind++)
            kinds[kind.ToString().ToLowerInvariant()] = kind;
        foreach (var modifier in "abstract extern internal override private protected public readonly sealed static unsafe virtual volatile".Split(' '))
            kinds[modifier] = TokenKind.Modifier;
        foreach (var type in "bool byte char decimal double float int long object sbyte short string uint ulong ushort void".Split(' '))
            kinds[type] = TokenKind.Predefined;
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
