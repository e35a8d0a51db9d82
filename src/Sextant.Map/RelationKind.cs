namespace Sextant.Map;

/// <summary>
/// How one asset stands to another; always read from the first to the second (<c>agent calls tool</c>).
/// Names in rules and outputs are the kebab-case form (<c>trained-on</c>).
/// </summary>
public enum RelationKind : byte
{
    Uses,
    Serves,
    Hosts,
    TrainedOn,
    FineTunedFrom,
    EvaluatedOn,
    ProducedBy,
    RegisteredIn,
    RetrievesFrom,
    EmbedsWith,
    Indexes,
    PromptedBy,
    GuardedBy,

    /// <summary>Agent to tool.</summary>
    Calls,

    /// <summary>Tool to the MCP server that provides it.</summary>
    ProvidedBy,

    /// <summary>Agent to the agent that it may hand work to.</summary>
    DelegatesTo,
    RunsAs,
    AuthenticatesWith,

    /// <summary>Secret to the identity or service that it opens.</summary>
    Grants,
    CanRead,
    CanWrite,
    CanInvoke,
    CanAdminister,
    CanAssume,
    Exposes,

    /// <summary>Network reach.</summary>
    Reaches,
    Reads,
    Writes,
    SendsTo,
    RunsOn,
    BuiltFrom,
    DefinedIn,
    DeployedBy,
    DependsOn,
    OwnedBy,

    /// <summary>Who or what is seen to use an AI service.</summary>
    ObservedUsing,
}
