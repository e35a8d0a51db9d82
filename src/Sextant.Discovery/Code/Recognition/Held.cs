using Sextant.Discovery.Code.Facts;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>What an agent holds in its list of tools.</summary>
internal abstract record Held
{
    /// <summary>A tool.</summary>
    /// <param name="Id">The tool.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Unit">The file of its function; null if it has none in the repository.</param>
    /// <param name="Function">Its function or class.</param>
    /// <param name="Match">What recognized it; null for a plain function.</param>
    /// <param name="Evidence">Where it is defined.</param>
    public sealed record Tool(AssetId Id, string Name, CodeUnit? Unit, Scope? Function, Match? Match, Evidence Evidence) : Held;

    /// <summary>Another agent, called as a tool.</summary>
    public sealed record Agent(Match Match) : Held;

    /// <summary>All tools of a server.</summary>
    public sealed record Server(McpServerSeen Seen) : Held;
}
