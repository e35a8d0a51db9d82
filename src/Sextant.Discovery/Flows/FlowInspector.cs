using Sextant.Discovery.Configuration;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Flows;

/// <summary>
/// Reads flows that were exported from platforms without code: n8n, Flowise, Langflow, Dify, Azure Prompt flow, Copilot Studio.
/// </summary>
/// <param name="catalog">What nodes are.</param>
public sealed class FlowInspector(FlowNodeCatalog catalog) : IInspector
{
    private readonly CanvasReader _canvas = new(catalog);
    private readonly DeclaredReader _declared = new(catalog);

    /// <inheritdoc/>
    public string Name => "flow";

    /// <inheritdoc/>
    public IReadOnlyList<string> Triggers { get; } =
        ["n8n-nodes-langchain", "inputanchors", "inputparams", "targethandle", "kind: app", "deployment_name", "gptcomponentmetadata"];

    /// <inheritdoc/>
    public bool Wants(TreePath path) => path.HasExtension(".json", ".yml", ".yaml");

    /// <inheritdoc/>
    public void Inspect(FileContent file, TreeContext tree)
    {
        ArgumentNullException.ThrowIfNull(file);
        var inspected = new InspectedFile(Name, file, tree);
        var name = Path.GetFileNameWithoutExtension(inspected.Path);
        foreach (var root in inspected.Documents())
        {
            if ((file.Path.HasExtension(".json") ? _canvas.Read(root) : _declared.Read(root, name)) is { } flow)
                new FlowRecorder(inspected, flow).Record();
        }
    }
}
