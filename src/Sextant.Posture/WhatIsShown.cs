using Sextant.Map;

namespace Sextant.Posture;

/// <summary>
/// Cuts a map down to AI and what it touches, so that a folder without AI gives no inventory and no findings. AI and
/// repositories are always shown. Anything else is shown if steps along relations join it to AI, in either direction, with
/// two limits. A definition is only followed outward (from what is defined to its application), since sharing an application
/// or a repository is no contact. And nothing is joined through what everything shares: repositories, owners, the Internet.
/// </summary>
public sealed class WhatIsShown
{
    private readonly AssetMap _map;
    private readonly bool[] _shown;
    private readonly Queue<int> _next = new();

    private WhatIsShown(AssetMap map) => (_map, _shown) = (map, new bool[map.Assets.Count]);

    /// <summary>The part of a map that is shown.</summary>
    public static AssetMap Of(AssetMap map)
    {
        var part = new WhatIsShown(map);
        part.Mark();
        return Projection.Of(map, i => part._shown[i]);
    }

    /// <summary>Whether an asset is AI by its kind alone. Packages are: only those of AI are recorded.</summary>
    private static bool IsAi(AssetKind kind) => kind is
        AssetKind.Model or AssetKind.ModelEndpoint or AssetKind.ModelGateway or AssetKind.Dataset or AssetKind.Prompt or AssetKind.Guardrail
        or AssetKind.EvalSuite or AssetKind.VectorStore or AssetKind.Agent or AssetKind.Tool or AssetKind.McpServer or AssetKind.Skill
        or AssetKind.AiService or AssetKind.ModelRegistry or AssetKind.ExperimentTracker or AssetKind.Package;

    private static bool IsShared(AssetKind kind) => kind is AssetKind.Repository or AssetKind.Owner or AssetKind.Internet;

    private void Mark()
    {
        for (var i = 0; i < _shown.Length; i++)
        {
            if (IsAi(_map.Assets[i].Kind) || _map.Assets[i].Kind == AssetKind.Repository)
                Show(i);
        }

        ShowNotebooks();
        while (_next.TryDequeue(out var asset))
        {
            if (!IsShared(_map.Assets[asset].Kind))
                ShowNeighbours(asset);
        }
    }

    // Nothing relates a notebook to what its cells use; it is AI where AI was seen in it.
    private void ShowNotebooks()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _shown.Length; i++)
        {
            if (IsAi(_map.Assets[i].Kind))
                places.UnionWith(_map.Assets[i].Evidence.Select(e => e.Path));
        }

        for (var i = 0; i < _shown.Length; i++)
        {
            if (_map.Assets[i] is { Kind: AssetKind.Notebook } notebook && notebook.Evidence.Any(e => places.Contains(e.Path)))
                Show(i);
        }
    }

    private void ShowNeighbours(int asset)
    {
        var (start, end) = _map.OutgoingRange(asset);
        for (var relation = start; relation < end; relation++)
            Show(_map.ToIndex(relation));
        foreach (var relation in _map.IncomingIndexes(asset))
        {
            if (_map.KindOf(relation) != RelationKind.DefinedIn)
                Show(_map.FromIndex(relation));
        }
    }

    private void Show(int asset)
    {
        if (_shown[asset])
            return;
        _shown[asset] = true;
        _next.Enqueue(asset);
    }
}
