using Sextant.Map;

namespace Sextant.Posture;

/// <summary>
/// Adds to the map what follows from it: a linker adds relations (an alias, a policy), a classifier sets facets. It reads a
/// finished map and records observations with evidence of their own; it never changes what was seen.
/// </summary>
public interface IConcluder
{
    /// <summary>The name that its evidence carries, such as <c>classify:environment</c>.</summary>
    string Name { get; }

    /// <summary>Records what follows from a map.</summary>
    void Conclude(AssetMap map, IRecorder recorder);
}
