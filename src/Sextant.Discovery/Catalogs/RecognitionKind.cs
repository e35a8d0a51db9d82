namespace Sextant.Discovery.Catalogs;

/// <summary>What a recognized piece of code is.</summary>
public enum RecognitionKind
{
    /// <summary>A model is named: called, loaded, or made into an object.</summary>
    Model,

    /// <summary>A client of a provider's API is made.</summary>
    Client,

    /// <summary>An agent, or a group of agents.</summary>
    Agent,

    /// <summary>Something that adds tools or approval to the agent of the file or of an argument.</summary>
    AgentPart,

    /// <summary>A tool.</summary>
    Tool,

    /// <summary>A wrapper around an agent to whom work may be handed.</summary>
    Handoff,

    /// <summary>A prompt template.</summary>
    Prompt,

    /// <summary>An index of embeddings.</summary>
    VectorStore,

    /// <summary>A search in a vector store.</summary>
    Retrieval,

    /// <summary>A reader of documents.</summary>
    Loader,

    /// <summary>A filter on what goes into or comes out of a model.</summary>
    Guardrail,

    /// <summary>Data for training or evaluation is loaded.</summary>
    Dataset,

    /// <summary>A model is trained.</summary>
    Training,

    /// <summary>A trained model is written or published.</summary>
    Save,

    /// <summary>Training runs are recorded.</summary>
    Tracker,

    /// <summary>A model's behaviour is measured.</summary>
    Evaluation,

    /// <summary>A server of the Model Context Protocol is defined.</summary>
    McpServer,

    /// <summary>How a server of the Model Context Protocol is started.</summary>
    McpRun,

    /// <summary>A server of the Model Context Protocol is connected to.</summary>
    McpClient,

    /// <summary>A database, bucket or other store is opened.</summary>
    DataStore,

    /// <summary>A call has an effect that matters when a model can trigger it.</summary>
    Effect,

    /// <summary>A person is asked before something is done.</summary>
    Approval,

    /// <summary>An application exposes something to callers: a route, a page; or protects what it exposes.</summary>
    Route,
}

/// <summary>Where in code a symbol must stand.</summary>
public enum RecognitionForm
{
    /// <summary>It is called.</summary>
    Call,

    /// <summary>It decorates a function.</summary>
    Decorator,

    /// <summary>It is the base of a class.</summary>
    Base,

    /// <summary>It is named, as an object that is ready to use.</summary>
    Name,
}
