using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Configuration;
using Sextant.Map;

namespace Sextant.Discovery.Containers;

/// <summary>Records an AI server that a container runs, and the models that it serves.</summary>
internal sealed class ServerRecorder(InspectedFile file)
{
    /// <summary>Records a server.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">The name it has in the file.</param>
    /// <param name="server">What it is.</param>
    /// <param name="settings">How it is started.</param>
    /// <param name="line">Where.</param>
    /// <param name="hosts">Names by which it is reached, without ports.</param>
    /// <param name="more">Further facets.</param>
    public void Server(AssetId id, string name, InferenceServer server, ServerSettings settings, int line, IEnumerable<string> hosts, Facets more)
    {
        var evidence = file.At(line, $"{name} runs {server.Name}");
        more.Add("framework", server.Slug);
        more.Add("hosting", "self-hosted");
        more.Add("modelType", server.ModelType);
        more.Add("trustRemoteCode", settings.TrustRemoteCode);
        more.Add("hosts", hosts.Select(h => $"{h}:{settings.Port}"));
        if (server.Kind == AssetKind.VectorStore)
            more.Add("provider", server.Slug);
        file.Asset(id, name, evidence, more);
        if (settings.Authentication is { } authentication)
        {
            var because = file.At(line, settings.AuthenticationBecause, settings.AuthenticationConfidence);
            file.Asset(id, name, because, new Facets { { "authentication", authentication } });
        }

        foreach (var model in settings.Models)
            Serves(id, name, server, model, settings, evidence);
    }

    /// <summary>Records that a server serves a model, known by the name that its command or a download gives.</summary>
    public void Serves(AssetId server, string serverName, string authority, string model, Evidence evidence, Facets facets)
    {
        if (ModelNames.Id(authority, model, file.Tree) is not { } id)
            return;
        file.Asset(id, model, evidence, facets);
        file.Relate(server, RelationKind.Serves, id, $"{serverName} serves {model}.", evidence);
    }

    private void Serves(AssetId id, string name, InferenceServer server, string model, ServerSettings settings, Evidence evidence)
    {
        var facets = new Facets { { "trustRemoteCode", settings.TrustRemoteCode }, { "modelType", server.ModelType } };
        if (Interpolation.IsOpen(model))
        {
            var dynamic = file.Tree.Local(AssetKind.Model, "dynamic", file.Path, model.Trim('$', '{', '}').Split(':', '-', '?')[0]);
            facets.Add("dynamic", true);
            file.Asset(dynamic, model, evidence, facets);
            file.Relate(id, RelationKind.Serves, dynamic, $"{name} serves a model that is named at run time.", evidence);
            return;
        }

        Serves(id, name, server.ImageIsModel ? "nvidia" : server.Models, model, evidence, facets);
    }
}
