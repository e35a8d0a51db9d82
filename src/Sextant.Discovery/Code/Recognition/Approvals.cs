using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Which actions a person must approve.</summary>
/// <param name="All">Whether all of them.</param>
/// <param name="Tools">The tools of which it is said by name.</param>
internal sealed record Approvals(bool All, IReadOnlySet<string> Tools)
{
    private static readonly string[] Never = ["never", "never_require", "never_required", "bypassPermissions", "NEVER", "auto", "acceptEdits", "TERMINATE"];

    /// <summary>Nothing is said.</summary>
    public static Approvals None { get; } = new(false, new HashSet<string>());

    /// <summary>Whether a tool must be approved.</summary>
    public bool Requires(string tool) => All || Tools.Contains(tool);

    /// <summary>Reads what an argument says of approval: <c>required</c>, <c>none</c>, or null if that is not known.</summary>
    public static string? IsRequired(CodeReading reading, Located said)
    {
        foreach (var value in reading.Values(said))
        {
            switch (value.Expression)
            {
                case Expression.Flag flag:
                    return flag.Value ? "required" : "none";
                case Expression.Text text:
                    return Never.Contains(text.Value, StringComparer.Ordinal) ? "none" : "required";
                case Expression.Member { Id: var id }:
                    return Never.Contains(id, StringComparer.Ordinal) ? "none" : "required";
                case Expression.Name or Expression.Call or Expression.Operation { Operator: "lambda" } or Expression.Mapping or Expression.Function:
                    return "required";
                default:
                    continue;
            }
        }

        return null;
    }

    /// <summary>Reads an argument that lists what is interrupted or who decides.</summary>
    public static Approvals Of(CodeReading reading, Located argument)
    {
        var tools = new HashSet<string>(StringComparer.Ordinal);
        var all = false;
        foreach (var value in reading.Values(argument).Concat(reading.Items(argument)))
        {
            if (reading.MatchAt(value, RecognitionKind.Approval) is { } asks)
                all |= reading.Argument(asks, "tools") is not { } named || !Named(reading, named, tools);
            else if (value.Expression is Expression.Mapping map)
                Add(map, tools);
            else
                all |= value.Expression is Expression.Flag { Value: true } || (value.Expression is Expression.Text text && !Never.Contains(text.Value, StringComparer.Ordinal));
        }

        return new Approvals(all, tools);
    }

    private static bool Named(CodeReading reading, Located named, HashSet<string> tools)
    {
        var before = tools.Count;
        foreach (var value in reading.Values(named))
        {
            if (value.Expression is Expression.Mapping map)
                Add(map, tools);
            else
                tools.UnionWith(reading.Items(value).Select(i => reading.Text(i)).OfType<string>());
        }

        return tools.Count > before;
    }

    private static void Add(Expression.Mapping map, HashSet<string> tools)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (key is Expression.Text name && value is not Expression.Flag { Value: false })
                tools.Add(name.Value);
        }
    }
}
