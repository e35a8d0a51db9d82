using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Go;

/// <summary>Tags of struct fields by which libraries fill them from the environment: <c>env:"X" envDefault:"y"</c>.</summary>
internal static class StructTag
{
    /// <summary>The name of the call that a tag stands for; no program can have it.</summary>
    public const string Reader = "env:";

    private static readonly string[] Variables = ["env", "envconfig"];
    private static readonly string[] Defaults = ["envDefault", "env-default", "default"];

    /// <summary>What the tag says that the field is given; null if it says nothing of that.</summary>
    public static Expression? Value(Expression.Text tag)
    {
        if (First(tag.Value, Variables) is not { } variable || variable.Split(',')[0] is not { Length: > 0 } name)
            return null;
        var arguments = new List<Argument> { new(null, new Expression.Text(name, tag.Line)) };
        if (First(tag.Value, Defaults) is { } standard)
            arguments.Add(new Argument(null, new Expression.Text(standard, tag.Line)));
        return new Expression.Call(new Expression.Name(Reader, tag.Line), arguments, tag.Line);
    }

    private static string? First(string tag, string[] keys) => keys.Select(k => Of(tag, k)).FirstOrDefault(v => v is not null);

    private static string? Of(string tag, string key)
    {
        for (var at = tag.IndexOf(key + ":\"", StringComparison.Ordinal); at >= 0; at = tag.IndexOf(key + ":\"", at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && tag[at - 1] != ' ')
                continue;
            var start = at + key.Length + 2;
            var end = tag.IndexOf('"', start);
            return end < 0 ? null : tag[start..end];
        }

        return null;
    }
}
