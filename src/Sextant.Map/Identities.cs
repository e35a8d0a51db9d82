using System.Runtime.InteropServices;

namespace Sextant.Map;

/// <summary>
/// Which ids and aliases name one thing. Two assets are one when they share an id or an alias and are of one kind; a shared
/// alias over different kinds merges nothing. The id that stands for all is the surest one seen, and among equals the first
/// in order.
/// </summary>
/// <param name="Assets">The id that stands for each asset, sorted.</param>
/// <param name="AssetOf">The number of the asset that each recorded id names.</param>
internal sealed record Identities(AssetId[] Assets, int[] AssetOf)
{
    /// <summary>Finds the assets behind all ids that were recorded.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="aliased">The observations that name aliases.</param>
    public static Identities Of(IdTable ids, List<AssetObservation> aliased)
    {
        var union = new Union(ids);
        union.ByAlias(aliased);
        int[] roots = [.. Enumerable.Range(0, ids.Count).Where(slot => union.Root(slot) == slot)];
        AssetId[] assets = [.. roots.Select(r => ids[r])];
        Array.Sort(assets, roots);
        var assetOf = new int[ids.Count];
        for (var i = 0; i < roots.Length; i++)
            assetOf[roots[i]] = i;
        for (var slot = 0; slot < assetOf.Length; slot++)
            assetOf[slot] = assetOf[union.Root(slot)];
        return new Identities(assets, assetOf);
    }

    /// <summary>A union-find over ids; the root of each tree is the id that stands for it.</summary>
    private sealed class Union(IdTable ids)
    {
        private readonly int[] _parent = [.. Enumerable.Range(0, ids.Count)];

        public void ByAlias(List<AssetObservation> aliased)
        {
            var holders = new Dictionary<(AssetKind, string), int>();
            foreach (var asset in aliased)
            {
                var slot = ids.Find(asset.Id);
                foreach (var alias in asset.Aliases)
                {
                    if (AssetId.TryParse(alias, out var named) && named.Kind == asset.Id.Kind && ids.Find(named) is >= 0 and var other)
                        Unite(slot, other);
                    ref var holder = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, (asset.Id.Kind, alias), out var known);
                    if (known)
                        Unite(slot, holder);
                    else
                        holder = slot;
                }
            }
        }

        public int Root(int slot)
        {
            while (_parent[slot] != slot)
                slot = _parent[slot] = _parent[_parent[slot]];
            return slot;
        }

        private void Unite(int a, int b)
        {
            (a, b) = (Root(a), Root(b));
            if (a == b)
                return;
            var aStands = ids.Sureness(a) != ids.Sureness(b) ? ids.Sureness(a) > ids.Sureness(b) : ids[a] < ids[b];
            var (keep, drop) = aStands ? (a, b) : (b, a);
            _parent[drop] = keep;
        }
    }
}
