using System.Runtime.InteropServices;

namespace Sextant.Map;

/// <summary>
/// Which ids and aliases name one thing: a union-find over them. Two assets are one when they share an id or an alias and
/// are of one kind; a shared alias over different kinds merges nothing. The id that stands for all is the surest one seen,
/// and among equals the first in order.
/// </summary>
internal sealed class Identities
{
    private readonly Dictionary<AssetId, int> _slotOf = [];
    private readonly List<AssetId> _ids = [];
    private readonly List<Confidence> _sureness = [];
    private readonly List<int> _parent = [];

    private Identities()
    {
    }

    public static Identities Of(List<AssetObservation> assets, List<RelationObservation> relations)
    {
        var identities = new Identities();
        foreach (var asset in assets)
            identities.Slot(asset.Id, asset.Evidence.Confidence);
        foreach (var relation in relations)
        {
            identities.Slot(relation.From, Confidence.Possible);
            identities.Slot(relation.To, Confidence.Possible);
        }

        identities.UniteByAlias(assets);
        return identities;
    }

    /// <summary>The id that stands for a thing.</summary>
    public AssetId Canonical(AssetId id) => _ids[Root(_slotOf[id])];

    private int Slot(AssetId id, Confidence confidence)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slotOf, id, out var known);
        if (known)
        {
            if (confidence > _sureness[slot])
                _sureness[slot] = confidence;
            return slot;
        }

        slot = _ids.Count;
        _ids.Add(id);
        _sureness.Add(confidence);
        _parent.Add(slot);
        return slot;
    }

    private void UniteByAlias(List<AssetObservation> assets)
    {
        var holders = new Dictionary<(AssetKind, string), int>();
        foreach (var asset in assets)
        {
            var slot = _slotOf[asset.Id];
            foreach (var alias in asset.Aliases)
            {
                if (AssetId.TryParse(alias, out var named) && named.Kind == asset.Id.Kind && _slotOf.TryGetValue(named, out var other))
                    Unite(slot, other);
                ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, (asset.Id.Kind, alias), out var known);
                if (known)
                    Unite(slot, holder);
                else
                    holder = slot;
            }
        }
    }

    private void Unite(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a == b)
            return;
        var aStands = _sureness[a] != _sureness[b] ? _sureness[a] > _sureness[b] : _ids[a] < _ids[b];
        var (keep, drop) = aStands ? (a, b) : (b, a);
        _parent[drop] = keep;
    }

    private int Root(int slot)
    {
        while (_parent[slot] != slot)
            slot = _parent[slot] = _parent[_parent[slot]];
        return slot;
    }
}
