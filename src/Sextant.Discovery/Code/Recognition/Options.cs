using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>
/// Finds named arguments where languages without keyword arguments put them: in an object or struct literal, in an object with
/// initialisers that is passed, or in the fluent calls that lead to a call.
/// </summary>
internal sealed class Options(CodeReading reading)
{
    /// <summary>Calls in one chain.</summary>
    private const int MaxChain = 60;

    /// <summary>Arguments of one call that may hold options.</summary>
    private const int MaxArguments = 12;

    private static readonly string[] Prefixes = ["set", "with", "add", "default"];

    /// <summary>What a call is given under a name; null if it is not given, or if the language has keyword arguments of its own.</summary>
    /// <param name="place">Where the call stands.</param>
    /// <param name="call">The call.</param>
    /// <param name="name">The name.</param>
    /// <param name="position">Which one is meant if a fluent call of that name is given several; -1 for all.</param>
    public Located? Find(Located place, Expression.Call call, string name, int position = -1)
    {
        if (name.Length == 0 || !LanguageTraits.Of(place.Unit.Language).Options)
            return null;
        if (InCall(place, call, name, position) is { } own)
            return own;
        foreach (var argument in call.Arguments.Take(MaxArguments).Where(a => a.Keyword is null || IsOptions(a.Keyword)))
        {
            foreach (var value in reading.Values(place.With(argument.Value)))
            {
                var found = value.Expression switch
                {
                    Expression.Mapping map => InMap(value, map, name),
                    Expression.Call made => InCall(value, made, name, position),
                    _ => null,
                };
                if (found is not null)
                    return found;
            }
        }

        return null;
    }

    private static bool IsOptions(string keyword) =>
        keyword.EndsWith("onfig", StringComparison.Ordinal) || keyword.EndsWith("ptions", StringComparison.Ordinal);

    /// <summary>Whether a name written in code is the one meant: without case, underscores and the prefixes of setters.</summary>
    public static bool Same(ReadOnlySpan<char> written, string meant)
    {
        if (SameLetters(written, meant))
            return true;
        foreach (var prefix in Prefixes)
        {
            if (written.Length > prefix.Length && (char.IsUpper(written[prefix.Length]) || written[prefix.Length] == '_')
                && written.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && SameLetters(written[prefix.Length..], meant))
                return true;
        }

        return false;
    }

    private static bool SameLetters(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < one.Length && one[i] == '_')
                i++;
            while (j < other.Length && other[j] == '_')
                j++;
            if (i == one.Length || j == other.Length)
                return i == one.Length && j == other.Length;
            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
                return false;
        }
    }

    private Located? InMap(Located at, Expression.Mapping map, string name)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key is Expression.Text text && Same(text.Value, name))
                return at.With(value);
            if (key is not null)
                continue;
            foreach (var spread in reading.Values(at.With(value)))
            {
                if (spread.Expression is Expression.Mapping inner && !ReferenceEquals(inner, map) && InMap(spread, inner, name) is { } found)
                    return found;
            }
        }

        return null;
    }

    // Its own named arguments, then the calls that lead to it: X.builder().modelName("m").build().
    private static Located? InCall(Located at, Expression.Call call, string name, int position)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Keyword is { } keyword && Same(keyword, name))
                return at.With(argument.Value);
        }

        var given = new List<Expression>();
        var step = call;
        for (var i = 0; i < MaxChain && step.Callee is Expression.Member { Target: Expression.Call before }; i++, step = before)
        {
            if (before.Callee is Expression.Member method && Same(method.Id, name))
                given.InsertRange(0, before.Arguments.Select(a => a.Value));
        }

        return given.Count switch
        {
            0 => null,
            1 => at.With(given[0]),
            _ when position >= 0 => position < given.Count ? at.With(given[position]) : null,
            _ => at.With(new Expression.Sequence(given, given[0].Line)),
        };
    }
}
