using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Finds out where a model is called: by the client that is used, its address, or what the library does by itself.</summary>
internal sealed class ServiceReader(CodeReading reading)
{
    /// <summary>The services that a match may call; at least one.</summary>
    public IReadOnlyList<Service> Of(Match match)
    {
        if (match.Entry.Value("service") == "none")
            return [Service.None];
        if (reading.Argument(match, "baseUrl") is { } address)
            return Addressed(match, address);
        if (ClientOf(match) is { } client)
            return Of(client);
        return [Default(match)];
    }

    /// <summary>The client by which a match calls its model; null if it is not seen.</summary>
    public Match? ClientOf(Match match)
    {
        var start = reading.Argument(match, "client") ?? CodeReading.Receiver(match) ?? Called(match);
        for (var steps = 0; start is { } at && steps < 8; steps++)
        {
            foreach (var value in reading.Values(at))
            {
                if (reading.MatchAt(value, RecognitionKind.Client) is { } client)
                    return client;
            }

            start = at.Expression switch
            {
                Expression.Member member => at.With(member.Target),
                Expression.Call { Callee: Expression.Member method } => at.With(method.Target),
                _ => null,
            };
        }

        return null;
    }

    // A client may be a function: const openai = createOpenAI(…); openai("gpt-4o").
    private static Located? Called(Match match) => match.Call is { Callee: Expression.Name or Expression.Call } call ? match.Place.With(call.Callee) : null;

    /// <summary>The environment variable that holds the credential, if code names one.</summary>
    public string? KeyVariable(Match match)
    {
        var holder = reading.Argument(match, "key") is not null ? match : ClientOf(match);
        return holder is not null && reading.Argument(holder, "key") is { } key ? EnvironmentVariables.Of(reading, key) : null;
    }

    private Service Default(Match match)
    {
        var named = reading.Text(reading.Argument(match, "provider"));
        var provider = named is null ? null : reading.Catalog.Providers.OfPrefix(named);
        provider ??= match.Entry.Value("provider") is { } slug ? reading.Catalog.Providers.Find(slug) : null;
        return provider is null ? Service.None : Service.Of(provider);
    }

    private List<Service> Addressed(Match match, Located address)
    {
        var found = new List<Service>();
        foreach (var text in reading.Texts(address))
        {
            if (!WebAddress.TryParse(text.Text, out var web))
                continue;
            var confidence = text.Source is TextSource.Literal or TextSource.Constant ? Confidence.Certain : Confidence.Likely;
            var provider = reading.Catalog.Providers.OfHost(web.Host, web.Port);
            found.Add(provider is { DefaultAddress: null }
                ? Service.Of(provider, confidence)
                : new Service(provider, null, web.ToString(), $"{web}", confidence));
        }

        if (found.Count > 0)
            return found;
        var usual = Default(match);
        // An address that is only set from outside leaves the usual one likely; a computed one says nothing.
        return EnvironmentVariables.Of(reading, address) is not null || usual.Provider?.Slug == "azure-openai"
            ? [usual with { Confidence = Confidence.Likely }]
            : [usual with { Id = null, Confidence = Confidence.Possible, IsUnresolved = true }];
    }
}
