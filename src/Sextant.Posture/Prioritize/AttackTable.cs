using Sextant.Map;
using static Sextant.Map.AssetKind;
using static Sextant.Map.RelationKind;
using static Sextant.Posture.Prioritize.Hold;

namespace Sextant.Posture.Prioritize;

/// <summary>
/// What relations mean to an attacker: the whole semantics of attack paths, as data. Probabilities are judgements in five
/// grades (.9 as designed, .7 usually, .5 often, .3 with luck or a second weakness, .1 rarely) that only order paths; they claim no frequency.
/// </summary>
public static class AttackTable
{
    private static readonly AssetKind[] Running = [Application, Workload, ModelEndpoint, ModelGateway, Agent];

    // These answer whoever asks them.
    private static readonly AssetKind[] Answering = [Application, Workload, ModelEndpoint, ModelGateway];

    // Whoever controls one of these sees what it reads.
    private static readonly AssetKind[] Seeing =
    [
        Internet, Identity, Application, Workload, Pipeline, ModelEndpoint, ModelGateway, McpServer, Notebook, Device, DataStore, VectorStore, Repository,
    ];

    /// <summary>Relations that carry no attack: they describe, guard or answer for something.</summary>
    public static IReadOnlyList<RelationKind> Inert { get; } = [EvaluatedOn, EmbedsWith, GuardedBy, OwnedBy, ObservedUsing];

    /// <summary>All steps.</summary>
    public static IReadOnlyList<AttackStep> Steps { get; } =
    [
        // Over the network.
        Ahead(Reaches, Controlled, Reached, .9, "{from} can connect to {to}."),
        Ahead(Exposes, Reached, Reached, .9, "{from} passes requests on to {to}."),
        Ahead(CanInvoke, Controlled, Reached, .9, "{from} may call {to}."),
        Ahead(CanInvoke, Controlled, Controlled, .5, "{from} may start {to} with input of its choice.", to: [Agent, Pipeline, AssetKind.Tool]),
        Ahead(SendsTo, Controlled, Reached, .7, "{from} sends what it is given to {to}."),

        // What runs in what.
        Ahead(Hosts, Reached, Reached, .9, "Requests to {from} are answered by {to}."),
        Ahead(Hosts, Controlled, Controlled, .9, "{to} runs inside {from}."),
        Back(Hosts, Reached, Reached, .9, "{from} runs inside {to}."),
        Ahead(BuiltFrom, Reached, Reached, .9, "{from} runs the code of {to}."),
        Ahead(BuiltFrom, Controlled, Controlled, .7, "{from} runs the code of {to}."),
        Back(BuiltFrom, Reached, Reached, .9, "{from} runs in {to}."),
        Back(BuiltFrom, Controlled, Controlled, .9, "{from} decides what {to} runs."),
        Ahead(RunsOn, Controlled, Controlled, .3, "{from} runs on {to} and may break out."),
        Back(RunsOn, Controlled, Controlled, .9, "{to} runs on {from}."),
        Back(DeployedBy, Controlled, Controlled, .9, "{from} deploys {to}."),
        Back(DefinedIn, Controlled, Controlled, .7, "The code of {to} is in {from}.", from: [Repository], to: [Application, Pipeline, Agent, Prompt, McpServer]),
        Back(DefinedIn, Reached, Controlled, .3, "Requests to {from} become prompts of {to}.", from: [Application], to: [Agent]),
        Back(DefinedIn, Controlled, Controlled, .7, "The weights of {to} are kept in {from}.", from: [DataStore], to: [AssetKind.Model]),
        Back(DependsOn, Controlled, Controlled, .7, "{to} runs the code of {from}."),

        // Acting as somebody.
        Ahead(RunsAs, Reached, Reached, .5, "{from} acts as {to} for whoever calls it."),
        Ahead(RunsAs, Controlled, Controlled, .9, "{from} acts as {to}."),
        Ahead(CanAssume, Controlled, Controlled, .9, "{from} may become {to}."),
        Ahead(CanAssume, Reached, Reached, .5, "{from} may become {to}."),
        Ahead(AuthenticatesWith, Controlled, Reached, .9, "{from} holds {to}."),
        Back(AuthenticatesWith, Reached, Controlled, .5, "{to} signs in with {from}: who holds it can act in its place."),
        Ahead(Grants, Reached, Controlled, .9, "{from} opens {to}."),

        // Getting at data. Who steers an agent by what it reads does not see what it reads next: that takes a way out, which is
        // an effect of a tool.
        Ahead(CanRead, Controlled, Reached, .9, "{from} may read {to}.", from: Seeing),
        Ahead(CanRead, Reached, Reached, .9, "What acts as {from} may read {to}.", from: [Identity]),
        Ahead(CanRead, Reached, Reached, .3, "{from} may read {to} and may be talked into showing it.", from: Answering),
        Ahead(Reads, Controlled, Reached, .9, "{from} reads {to}.", from: Seeing),
        Ahead(Reads, Reached, Reached, .3, "{from} reads {to} and may be talked into showing it.", from: Answering),
        Ahead(RetrievesFrom, Controlled, Reached, .9, "{from} answers from {to}.", from: Seeing),
        Ahead(RetrievesFrom, Reached, Reached, .5, "{from} answers from {to}, to whoever asks."),
        Ahead(Indexes, Reached, Reached, .7, "{from} holds copies of what is in {to}."),
        Ahead(CanWrite, Controlled, Controlled, .9, "{from} may write {to}."),
        Ahead(Writes, Controlled, Controlled, .7, "{from} writes {to}."),
        Ahead(CanAdminister, Controlled, Controlled, .9, "{from} administers {to}."),

        // Planting data: what is written is read as instructions, or learnt.
        Back(TrainedOn, Controlled, Controlled, .5, "{to} learns from {from}."),
        Back(Indexes, Controlled, Controlled, .7, "{to} answers with what is in {from}."),
        Back(RetrievesFrom, Controlled, Controlled, .5, "{to} reads what is in {from} as part of its prompt.", to: [Agent]),
        Back(RetrievesFrom, Controlled, Reached, .7, "{to} answers with what is in {from}."),
        Back(Reads, Controlled, Reached, .5, "{to} reads what is in {from}."),
        Back(PromptedBy, Controlled, Controlled, .9, "{from} tells {to} what to do."),
        Back(Calls, Reached, Controlled, .5, "{to} reads what {from} returns, and may follow it as instructions.", to: [Agent]),
        Back(DelegatesTo, Controlled, Controlled, .5, "{to} trusts what {from} answers.", to: [Agent]),

        // Using what an agent, application or job uses.
        Ahead(Calls, Controlled, Controlled, .9, "{from} calls {to}."),
        Ahead(DelegatesTo, Controlled, Controlled, .7, "{from} hands work to {to}."),
        Back(ProvidedBy, Controlled, Controlled, .9, "{from} runs {to}."),
        Ahead(ProvidedBy, Controlled, Reached, .9, "{to} carries out {from}."),
        Ahead(Uses, Controlled, Controlled, .7, "{from} uses {to}.", to: [McpServer, Agent, Pipeline]),
        Ahead(Uses, Controlled, Reached, .9, "{from} uses {to}."),
        Ahead(Uses, Reached, Reached, .7, "{from} passes on to {to} what it is sent.", from: Running),
        Back(Uses, Reached, Controlled, .5, "{to} reads what {from} returns, and may follow it as instructions.", from: [McpServer], to: [Agent]),
        Back(Uses, Controlled, Controlled, .5, "{to} does what {from} answers.", from: [AssetKind.Model, ModelEndpoint], to: [Agent]),
        Back(Uses, Controlled, Reached, .7, "{to} trusts what {from} answers.", from: [AssetKind.Model, ModelEndpoint]),

        // From weights to answers.
        Ahead(Serves, Reached, Reached, .9, "{from} answers with {to}."),
        // A provider's key lets its holder call the provider's models, not change them.
        Ahead(Serves, Controlled, Controlled, .7, "{from} decides which weights {to} has.", from: [ModelEndpoint, ModelGateway]),
        Back(Serves, Controlled, Controlled, .9, "{to} answers with {from}."),
        Back(FineTunedFrom, Controlled, Controlled, .5, "{to} is made from {from}."),
        Back(ProducedBy, Controlled, Controlled, .9, "{from} makes {to}."),
        Back(RegisteredIn, Controlled, Controlled, .9, "{to} is fetched from {from}."),
        Ahead(RegisteredIn, Controlled, Reached, .3, "{from} is kept in {to}."),
    ];

    private static readonly ILookup<(RelationKind, bool), AttackStep> ByKind = Steps.ToLookup(s => (s.Kind, s.Forward));
    private static readonly AttackStep[][] Forwards = [.. Enum.GetValues<RelationKind>().Select(k => ByKind[(k, true)].ToArray())];
    private static readonly AttackStep[][] Backwards = [.. Enum.GetValues<RelationKind>().Select(k => ByKind[(k, false)].ToArray())];

    /// <summary>The steps over a relation in one direction.</summary>
    public static ReadOnlySpan<AttackStep> Over(RelationKind kind, bool forward) => (forward ? Forwards : Backwards)[(int)kind];

    private static AttackStep Ahead(
        RelationKind kind, Hold needs, Hold gains, double probability, string because, AssetKind[]? from = null, AssetKind[]? to = null) =>
        new(kind, true, needs, gains, probability, because) { From = from ?? [], To = to ?? [] };

    private static AttackStep Back(
        RelationKind kind, Hold needs, Hold gains, double probability, string because, AssetKind[]? from = null, AssetKind[]? to = null) =>
        new(kind, false, needs, gains, probability, because) { From = from ?? [], To = to ?? [] };
}
