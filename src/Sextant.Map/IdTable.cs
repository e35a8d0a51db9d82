using System.Runtime.InteropServices;

namespace Sextant.Map;

/// <summary>Numbers for ids, in the order in which they are first recorded, so that what is recorded holds numbers and not texts.</summary>
internal sealed class IdTable
{
    private readonly Dictionary<AssetId, int> _slotOf = [];
    private readonly List<AssetId> _ids = [];
    private readonly List<Confidence> _sureness = [];

    public int Count => _ids.Count;

    public AssetId this[int slot] => _ids[slot];

    /// <summary>How sure it is that this is the name of something: as its surest observation as an asset.</summary>
    public Confidence Sureness(int slot) => _sureness[slot];

    /// <summary>The number of an id, new if need be.</summary>
    public int Slot(AssetId id, Confidence sureness)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slotOf, id, out var known);
        if (!known)
        {
            slot = _ids.Count;
            _ids.Add(id);
            _sureness.Add(sureness);
        }
        else if (sureness > _sureness[slot])
        {
            _sureness[slot] = sureness;
        }

        return slot;
    }

    /// <summary>The number of an id, or -1 if it was not recorded.</summary>
    public int Find(AssetId id) => _slotOf.GetValueOrDefault(id, -1);
}
