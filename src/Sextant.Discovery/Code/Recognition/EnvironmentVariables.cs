using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Finds the environment variable that a value is read from.</summary>
internal static class EnvironmentVariables
{
    /// <summary>The variable's name; null if the value is not read from one.</summary>
    public static string? Of(CodeReading reading, Located value)
    {
        foreach (var source in reading.Values(value).Prepend(value))
        {
            if (reading.Code.VariableOf(source) is { } name)
                return Checked(name);
            if (source.Expression is Expression.Call { Callee: Expression.Name { Id: "SecretStr" or "str" or "AzureKeyCredential" or "KeyCredential" } or Expression.Member { Id: "SecretStr" }, Arguments: [{ Value: var inner }] }
                && reading.Code.VariableOf(source.With(inner)) is { } wrapped)
                return Checked(wrapped);
        }

        return null;
    }

    private static string? Checked(string name) => name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : null;
}
