using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>A model as code names it.</summary>
/// <param name="Id">The model.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Who offers it; null if nobody is known.</param>
/// <param name="Service">Where it is called.</param>
/// <param name="Match">The recognition that saw it; null if only a text names it.</param>
/// <param name="Place">Where its name stands or is used.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Note">How its name was found, if not literally.</param>
internal sealed record ModelSeen(
    AssetId Id, string Name, Provider? Provider, Service Service, Match? Match, Located Place, Confidence Confidence, string Note)
{
    /// <summary>Whether the name is decided at run time.</summary>
    public bool IsDynamic { get; init; }
}

/// <summary>Says which models an expression or a recognized call means. Records nothing.</summary>
internal sealed class ModelReader(CodeReading reading, ServiceReader services)
{
    private const int MaxDepth = 14;

    private static readonly string[] HolderNames = ["llm", "model", "chat_model", "runnable", "chain", "bound", "lm", "client"];
    private static readonly string[] ModelWords = ["model", "clf", "classif", "regress", "estimator", "predictor", "weights", "forest", "svm", "xgb", "lgb", "network", "pipeline"];

    private readonly Configured _configured = new(reading);
    private readonly ModelNames _names = new(reading.Catalog.Providers, reading.Tree);

    /// <summary>The models of a call that names one.</summary>
    public IReadOnlyList<ModelSeen> Of(Match match)
    {
        if (reading.Argument(match, "model") is not { } argument)
            return match.Entry.Value("named") is { } named ? Named(match, named) : FromReceiver(match, 0);
        if (match.Entry.Value("naming") == "pickle")
            return Pickled(match, argument);
        var seen = new List<ModelSeen>();
        foreach (var service in services.Of(match))
            seen.AddRange(Texts(argument, match.Entry.Value("naming") ?? "plain", service, match));
        if (seen.Count > 0)
            return seen;
        var objects = Objects(argument, 0).ToArray();
        return objects.Length > 0 ? objects : [Dynamic(argument, match, services.Of(match)[0])];
    }

    /// <summary>The models that a value means: a text, or an object made of a model, alone or in a chain.</summary>
    /// <param name="value">The value, such as the argument <c>model</c> of an agent.</param>
    /// <param name="naming">How texts name models there.</param>
    /// <param name="provider">Who answers to a bare name there; null if nobody by default.</param>
    public IReadOnlyList<ModelSeen> Of(Located value, string naming, Provider? provider)
    {
        var service = provider is null ? Service.None : Service.Of(provider);
        var seen = Texts(value, naming, service, null);
        return seen.Count > 0 ? seen : [.. Objects(value)];
    }

    /// <summary>The model objects that a value means, holds in a chain, or is configured with.</summary>
    public IEnumerable<ModelSeen> Objects(Located value) =>
        Objects(value, 0).Concat(_configured.Of(value, RecognitionKind.Model).Where(m => m.Entry.Value("object") == "true").SelectMany(Of)).DistinctBy(m => m.Id);

    private IEnumerable<ModelSeen> Objects(Located value, int depth)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var one in reading.Values(value))
        {
            if (reading.MatchAt(one, RecognitionKind.Model) is { } match)
            {
                foreach (var model in Of(match))
                    yield return model;
                continue;
            }

            var inner = one.Expression switch
            {
                Expression.Call { Callee: Expression.Member method } call => Held(call).Append(method.Target),
                Expression.Call call => Held(call),
                Expression.Operation { Operator: "|", Operands: var operands } => operands,
                _ => (IEnumerable<Expression>)[],
            };
            foreach (var model in inner.SelectMany(i => Objects(one.With(i), depth + 1)))
                yield return model;
        }
    }

    // A wrapper holds its model as the first argument or by one of the names that everybody uses.
    private static IEnumerable<Expression> Held(Expression.Call call) =>
        call.Arguments.Where((a, i) => a.Keyword is null ? i == 0 : HolderNames.Contains(a.Keyword, StringComparer.Ordinal)).Select(a => a.Value);

    private IReadOnlyList<ResolvedText> Names(Located argument) =>
        reading.Texts(argument) is { Count: > 0 } texts ? texts : ModelConstants.Of(reading, argument) is { } constant ? [constant] : [];

    private List<ModelSeen> Texts(Located argument, string naming, Service service, Match? match)
    {
        var seen = new List<ModelSeen>();
        var texts = naming == "file" ? [.. reading.Paths(argument)] : Names(argument).ToArray();
        bool? isSwitch = null;
        foreach (var text in texts)
        {
            if (text.IsArgument && !Fits(text, service, isSwitch ??= IsSwitch(argument)))
                continue;
            if (_names.Read(text.Text, naming, service, argument.Unit.Path) is not var (id, provider, name))
                continue;
            var actual = service is { Id: null, Address: null } && provider is not null && match?.Entry.Value("service") != "none" && naming is "colon" or "slash"
                ? ServiceOf(provider!, text.Text) : service;
            if (naming is "colon" or "slash" && provider is not null && service.Provider is { } given && given.Slug != provider.Slug && service.Address is null && !given.IsGateway)
                actual = Service.Of(provider);
            if (service is { Id: null, Address: null } && match?.Entry.Value("gateway") is { } slug && reading.Catalog.Providers.Find(slug) is { } gateway)
                actual = Service.Of(gateway);
            var sure = text.Source is TextSource.Literal or TextSource.Constant ? Confidence.Certain : Confidence.Likely;
            if (service.IsUnresolved)
                sure = Confidence.Likely;
            seen.Add(new ModelSeen(id, name, provider, actual, match, argument, sure, Note(text)));
        }

        return Plausible(seen, service);
    }

    // A variable that is given several values over a file may name another provider's models too: those are not called here.
    private List<ModelSeen> Plausible(List<ModelSeen> seen, Service service)
    {
        if (seen.Count < 2 || service.Provider is not { } provider)
            return seen;
        var own = seen.FindAll(m => reading.Catalog.Providers.OfModel(m.Name) is not { } maker || maker.Slug == provider.Slug);
        return seen.Exists(m => reading.Catalog.Providers.OfModel(m.Name)?.Slug == provider.Slug) ? own : seen;
    }

    // A function that is told the provider too gives the same parameter to any of several: only a name that the provider is known for is its.
    private bool Fits(ResolvedText text, Service service, bool isSwitch)
    {
        var maker = reading.Catalog.Providers.OfModel(text.Text);
        if (isSwitch)
            return maker is not null && maker.Slug == service.Provider?.Slug && service.Address is null;
        return maker is null || service.Provider is not { IsGateway: false, Models.Count: > 0 } provider || maker.Slug == provider.Slug;
    }

    // Whether a function gives one parameter to several kinds of models.
    private bool IsSwitch(Located argument)
    {
        if (argument.Expression is not (Expression.Name or Expression.Member))
            return false;
        var name = NameOf(argument.Expression);
        return reading.IndexOf(argument.Unit).Matches.Where(m => m.Entry.Kind == RecognitionKind.Model && m.Place.Scope == argument.Scope
            && reading.Argument(m, "model") is { } other && NameOf(other.Expression) == name).Select(m => m.Symbol).Distinct().Skip(1).Any();
    }

    private static string NameOf(Expression expression) => expression switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => NameOf(member.Target) + "." + member.Id,
        _ => "",
    };

    private Service ServiceOf(Provider provider, string text)
    {
        var gateway = text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? reading.Catalog.Providers.OfPrefix(text[..slash]) : null;
        return Service.Of(gateway is { IsGateway: true } ? gateway : provider);
    }

    // Anything can be pickled: only what is called a model, by its file or its variable, is one.
    private List<ModelSeen> Pickled(Match match, Located argument)
    {
        var seen = Texts(argument, "file", Service.None, match);
        return seen.FindAll(m => Array.Exists(ModelWords, w => m.Id.Path.Contains(w, StringComparison.OrdinalIgnoreCase) || match.Binding.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    private IReadOnlyList<ModelSeen> Named(Match match, string name)
    {
        var service = services.Of(match)[0];
        return _names.Read(name, match.Entry.Value("naming") ?? "plain", service, match.Path) is var (id, provider, bare)
            ? [new ModelSeen(id, bare, provider, service, match, match.Place, Confidence.Certain, "")]
            : [];
    }

    private IReadOnlyList<ModelSeen> FromReceiver(Match match, int depth) =>
        match.Entry.Value("object") != "true" && CodeReading.Receiver(match) is { } receiver ? [.. Objects(receiver, depth + 1)] : [];

    /// <summary>A model of which only the variable or setting is known that decides it; null if the value is something else.</summary>
    public ModelSeen? Unresolved(Located argument, Provider? provider)
    {
        var value = reading.Values(argument).FirstOrDefault(argument);
        var variable = EnvironmentVariables.Of(reading, argument) ?? value.Expression switch
        {
            Expression.Name name => name.Id,
            Expression.Member member => member.Id,
            _ => null,
        };
        return variable is null
            ? null
            : new ModelSeen(reading.Tree.Local(AssetKind.Model, "dynamic", argument.Unit.Path, variable), variable, provider, Service.None, null, argument, Confidence.Likely, "") { IsDynamic = true };
    }

    private ModelSeen Dynamic(Located argument, Match match, Service service)
    {
        var variable = argument.Expression switch
        {
            Expression.Name name => name.Id,
            Expression.Member member => member.Id,
            _ => EnvironmentVariables.Of(reading, argument) ?? (match.Binding.Length > 0 ? match.Binding : match.ShortName),
        };
        var id = reading.Tree.Local(AssetKind.Model, "dynamic", argument.Unit.Path, variable);
        return new ModelSeen(id, variable, service.Provider, service, match, argument, Confidence.Likely, "") { IsDynamic = true };
    }

    private static string Note(ResolvedText text) => text switch
    {
        { EnvironmentVariable: { } variable } => $"default of {variable}",
        { Source: TextSource.Configuration } => $"set in {text.Path}:{text.Line}",
        { Source: TextSource.Choice } => "one of several",
        { Source: TextSource.Default } => "default",
        _ => "",
    };
}
