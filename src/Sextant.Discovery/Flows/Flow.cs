namespace Sextant.Discovery.Flows;

/// <summary>A node of a flow, whatever platform it was made on.</summary>
/// <param name="Id">Its id within the flow.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Type">What it is.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record FlowNode(string Id, string Name, FlowNodeType Type, int Line)
{
    /// <summary>The slug of the provider of its model.</summary>
    public string? Provider { get; init; }

    /// <summary>The name of its model.</summary>
    public string? Model { get; init; }

    /// <summary>Its instructions.</summary>
    public string? Prompt { get; init; }

    /// <summary>Credentials that it refers to, by the names that the platform has for them.</summary>
    public IReadOnlyList<string> Credentials { get; init; } = [];

    /// <summary>The address of a server that it calls.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a person must approve what it does; null if nothing says so.</summary>
    public bool? NeedsApproval { get; init; }
}

/// <summary>A flow: its nodes, and which node serves which.</summary>
/// <param name="Platform">Where it was made: <c>n8n</c>, <c>flowise</c>, <c>langflow</c>, <c>dify</c>, <c>promptflow</c>, <c>copilot-studio</c>.</param>
/// <param name="Nodes">Its nodes, in the order of the file.</param>
/// <param name="Edges">From a node to the node that it serves or leads to, by ids.</param>
internal sealed record Flow(string Platform, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<(string From, string To)> Edges);
