namespace Sextant.Map;

/// <summary>What a node of the map is. Names in ids, rules and outputs are the kebab-case form (<c>model-endpoint</c>).</summary>
public enum AssetKind : byte
{
    /// <summary>A trained model: weights somebody can name, load or call.</summary>
    Model,

    /// <summary>Where a model answers requests: an inference server, a provider's deployment.</summary>
    ModelEndpoint,

    /// <summary>A proxy in front of models that routes, meters or filters.</summary>
    ModelGateway,

    /// <summary>Data that a model learns from or is measured on.</summary>
    Dataset,

    /// <summary>An instruction text or template given to a model.</summary>
    Prompt,

    /// <summary>A filter on what goes into or comes out of a model.</summary>
    Guardrail,

    /// <summary>Tests of a model's behaviour.</summary>
    EvalSuite,

    /// <summary>An index of embeddings.</summary>
    VectorStore,

    /// <summary>A model that chooses and calls tools.</summary>
    Agent,

    /// <summary>A function that an agent may call.</summary>
    Tool,

    /// <summary>A server of tools by the Model Context Protocol.</summary>
    McpServer,

    /// <summary>A packaged instruction set with scripts that an assistant may load.</summary>
    Skill,

    /// <summary>A provider's API, or a SaaS product that is AI.</summary>
    AiService,

    /// <summary>A user, role, service account or OAuth grant: who something acts as.</summary>
    Identity,

    /// <summary>A credential. Its value is never kept, only a prefix and a keyed fingerprint.</summary>
    Secret,

    /// <summary>A training, CI/CD or scheduled job.</summary>
    Pipeline,

    /// <summary>An interactive document of code and its outputs.</summary>
    Notebook,

    /// <summary>A catalogue of models and their versions.</summary>
    ModelRegistry,

    /// <summary>A record of training runs.</summary>
    ExperimentTracker,

    /// <summary>A database, bucket, share or queue.</summary>
    DataStore,

    /// <summary>A service or business workflow.</summary>
    Application,

    /// <summary>A running unit: container, virtual machine, function, pod.</summary>
    Workload,

    /// <summary>A library somebody else publishes.</summary>
    Package,

    /// <summary>A source repository.</summary>
    Repository,

    /// <summary>A person's or a test machine.</summary>
    Device,

    /// <summary>A team or person who answers for something.</summary>
    Owner,

    /// <summary>The one source of the outside: anybody on the Internet.</summary>
    Internet,
}
