namespace Sextant.Discovery.Configuration;

/// <summary>The facet <c>environment</c> of the names that people give environments.</summary>
internal static class Environments
{
    /// <summary>The environment of a name; null if the name says nothing.</summary>
    public static string? Of(string name)
    {
        foreach (var word in name.ToLowerInvariant().Split(['-', '_', '/', '.', ' ', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "production" or "prod" or "prd" or "live":
                    return "production";
                case "staging" or "stage" or "stg" or "preprod" or "uat":
                    return "staging";
                case "development" or "dev" or "local":
                    return "development";
                case "test" or "testing" or "qa" or "ci":
                    return "test";
            }
        }

        return null;
    }
}
