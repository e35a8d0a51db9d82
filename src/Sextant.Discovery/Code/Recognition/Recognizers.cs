using System.Collections.Frozen;
using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Recognition.Routes;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>All recognizers over the code of one tree, with what they share: readers say what an expression means, recorders record it.</summary>
internal sealed class Recognizers
{
    private readonly FrozenDictionary<RecognitionKind, IRecognizer> _byKind;
    private readonly UnsafeOutput _unsafeOutput;

    public Recognizers(CodeReading reading)
    {
        Reading = reading;
        Sightings = new Sightings(reading.Tree);
        Configured = new Configured(reading);
        Services = new ServiceReader(reading);
        Models = new ModelReader(reading, Services);
        ModelRecorder = new ModelRecorder(reading, Services, Sightings);
        Stores = new DataStoreReader(reading);
        StoreRecorder = new DataStoreRecorder(Sightings);
        Walk = new BodyWalk(reading);
        PromptReader = new PromptReader(reading, Sightings);
        var servers = new McpServers(reading);
        Tools = new ToolReader(reading, servers);
        ToolRecorder = new ToolRecorder(reading, new Capabilities(reading, Walk, Stores), Walk, StoreRecorder, Sightings);
        Agents = new AgentReader(reading, Tools, Walk);
        AgentTools = new AgentTools(this);
        SubAgents = new SubAgents(this);
        Prompts = new PromptRecognizer(this);
        Guardrails = new GuardrailRecognizer(this);
        Mcp = new McpServerRecognizer(this, servers);
        VectorStores = new VectorStores(reading);
        Datasets = new DatasetReader(reading, Stores);
        Retrievals = new RetrievalRecognizer(this);
        Routes = new RouteRecognizer(this);
        RouteLedger = new RouteLedger(this);
        _unsafeOutput = new UnsafeOutput(this);
        _byKind = new IRecognizer[]
        {
            new ModelRecognizer(this), new ClientRecognizer(this), new AgentRecognizer(this), new ToolRecognizer(this), Prompts, Guardrails, Mcp,
            new McpClientRecognizer(this, servers), new McpRunRecognizer(this, servers), new VectorStoreRecognizer(this), Retrievals,
            new DataStoreRecognizer(this), new DatasetRecognizer(this), new TrainingRecognizer(this), new TrackerRecognizer(this), new EvaluationRecognizer(this), Routes,
        }.ToFrozenDictionary(r => r.Kind);
    }

    public CodeReading Reading { get; }

    public Configured Configured { get; }

    public Sightings Sightings { get; }

    public ServiceReader Services { get; }

    public ModelReader Models { get; }

    public ModelRecorder ModelRecorder { get; }

    public DataStoreReader Stores { get; }

    public DataStoreRecorder StoreRecorder { get; }

    public BodyWalk Walk { get; }

    public PromptReader PromptReader { get; }

    public ToolReader Tools { get; }

    public ToolRecorder ToolRecorder { get; }

    public AgentReader Agents { get; }

    public AgentTools AgentTools { get; }

    public SubAgents SubAgents { get; }

    public PromptRecognizer Prompts { get; }

    public GuardrailRecognizer Guardrails { get; }

    public McpServerRecognizer Mcp { get; }

    public VectorStores VectorStores { get; }

    public DatasetReader Datasets { get; }

    public RetrievalRecognizer Retrievals { get; }

    public RouteRecognizer Routes { get; }

    public RouteLedger RouteLedger { get; }

    /// <summary>Records all that a file shows.</summary>
    public void Recognize(CodeUnit unit)
    {
        var index = Reading.IndexOf(unit);
        foreach (var match in index.Matches)
        {
            if (_byKind.TryGetValue(match.Entry.Kind, out var recognizer))
                recognizer.Recognize(match);
        }

        if (index.Matches.Exists(m => m.Entry.Kind is RecognitionKind.Model or RecognitionKind.Agent or RecognitionKind.Client))
            RouteLedger.NoteAi(unit.Path);
        _unsafeOutput.Recognize(index);
        if (unit.Path.EndsWith(".ipynb", StringComparison.Ordinal) && index.Matches.Find(m => _byKind.ContainsKey(m.Entry.Kind)) is { } first)
            Sightings.Defined(Reading.Tree.Local(AssetKind.Notebook, unit.Path), unit.Path[(unit.Path.LastIndexOf('/') + 1)..], Sightings.At(first, $"holds {first.Symbol}"));
    }
}
