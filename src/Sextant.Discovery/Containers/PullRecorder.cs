using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records the models that a service fetches for a server: by itself, or for the one server of the file that could serve them.</summary>
internal sealed class PullRecorder(InspectedFile file, HostedServices services)
{
    public void Of(ComposeService service)
    {
        var texts = service.Node["entrypoint"].Texts.Concat(service.Node["command"].Texts).ToArray();
        var commands = ShellWords.Split(string.Join(' ', texts)).Concat(texts.SelectMany(ShellWords.Split));
        foreach (var model in ModelCommands.In(commands).DistinctBy(m => (m.Authority, m.Name)))
        {
            if (ModelNames.Id(model.Authority, model.Name, file.Tree) is not { } id)
                continue;
            var evidence = file.At(service.Node, $"{service.Name} fetches {model.Name}");
            file.Asset(id, model.Name, evidence, new Facets { { "pinned", model.Pin.Facet }, { "version", model.Pin.Version } });
            if (Server(service, model.Authority) is { ServerId: { } server } hosted)
                file.Relate(server, RelationKind.Serves, id, $"{service.Name} fetches {model.Name} for {hosted.Service.Name}.", evidence);
            else
                file.Relate(file.Application, RelationKind.Uses, id, $"{service.Name} fetches {model.Name}.", evidence);
        }
    }

    // OLLAMA_HOST names the server that a helper container fetches for; a server fetches for itself.
    private HostedService? Server(ComposeService service, string authority)
    {
        const string variable = "OLLAMA_HOST=";
        var inline = service.Commands.SelectMany(c => c).FirstOrDefault(w => w.StartsWith(variable, StringComparison.Ordinal))?[variable.Length..];
        var host = inline ?? service.Variable("OLLAMA_HOST") ?? "";
        var named = ConnectionUrl.TryParse(host, out var url) ? url.Host : host.Split(':')[0];
        foreach (var candidate in new[] { named, service.Name, authority == "ollama" ? "ollama" : "" })
        {
            if (candidate.Length > 0 && services.Find(candidate) is { Server: { } server } hosted && (server.Models == authority || candidate == service.Name))
                return hosted;
        }

        return null;
    }
}
