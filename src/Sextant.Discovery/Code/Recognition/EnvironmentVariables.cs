using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Finds the environment variable that a value is read from.</summary>
internal static class EnvironmentVariables
{
    private static readonly string[] Readers = ["os.getenv", "os.environ.get", "os.environ.pop", "environ.Env()", "decouple.config"];

    /// <summary>The variable's name; null if the value is not read from one.</summary>
    public static string? Of(CodeReading reading, Located value)
    {
        foreach (var source in reading.Values(value).Append(value))
        {
            if (Direct(reading, source) is { } name)
                return name;
        }

        return reading.Texts(value).Select(t => t.EnvironmentVariable).FirstOrDefault(v => v is not null);
    }

    private static string? Direct(CodeReading reading, Located source) => source.Expression switch
    {
        Expression.Call { Arguments: [{ Value: Expression.Text name }, ..] } call
            when reading.Code.SymbolOf(source.With(call.Callee)) is { } symbol && Readers.Contains(symbol, StringComparer.Ordinal) => Checked(name.Value),
        Expression.Element { Index: Expression.Text name } element
            when reading.Code.SymbolOf(source.With(element.Target)) is "os.environ" or "process.env" => Checked(name.Value),
        Expression.Member { Target: var target, Id: var name } when reading.Code.SymbolOf(source.With(target)) is "process.env" => Checked(name),
        Expression.Call { Callee: Expression.Name or Expression.Member, Arguments: [{ Value: var inner }] } wrapper
            when wrapper.Callee is Expression.Name { Id: "SecretStr" or "str" } or Expression.Member { Id: "SecretStr" } => Direct(reading, source.With(inner)),
        _ => null,
    };

    private static string? Checked(string name) => name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : null;
}
