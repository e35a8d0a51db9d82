using Sextant.Map;
using Sextant.Posture.Classify;
using Sextant.Posture.Link;

namespace Sextant.Posture;

/// <summary>
/// Everything that is concluded from the map besides findings, in one visible order: linkers to a fixed point, then what the
/// organisation declares, then classifiers, a stage after what it builds on.
/// </summary>
public static class Conclusions
{
    /// <summary>The most rounds of linkers. Each round joins what the last one made visible; real chains need two or three.</summary>
    public const int MaxRounds = 3;

    /// <summary>The linkers. All of a round read the same map, so their order means nothing.</summary>
    public static IReadOnlyList<IConcluder> Linkers { get; } =
    [
        new EndpointLinker(), new DataStoreLinker(), new VariableLinker(), new WorkloadLinker(), new RunsLinker(), new SecretLinker(), new ProviderLinker(),
        new ToolClosureLinker(), new TrainingLinker(),
    ];

    /// <summary>The classifiers, by stage: a stage reads what the one before it set.</summary>
    public static IReadOnlyList<IReadOnlyList<IConcluder>> Classifiers { get; } =
    [
        [new EnvironmentClassifier(), new SensitivityClassifier(), new OwnerClassifier(), new ExposureClassifier(), new AutonomyClassifier(), new DeclarationClassifier()],
        [new CriticalityClassifier()],
    ];

    /// <summary>Concludes all there is from what a builder holds, records it there, and returns the map with it.</summary>
    /// <param name="builder">What collectors recorded.</param>
    /// <param name="declared">What applies the organisation's own declarations, between linkers and classifiers.</param>
    public static AssetMap Run(MapBuilder builder, params IReadOnlyList<IConcluder> declared)
    {
        var map = builder.Build();
        for (var round = 0; round < MaxRounds && Conclude(Linkers, ref map, builder); round++)
        {
        }

        Conclude(declared, ref map, builder);
        foreach (var stage in Classifiers)
            Conclude(stage, ref map, builder);
        return map;
    }

    private static bool Conclude(IReadOnlyList<IConcluder> concluders, ref AssetMap map, MapBuilder builder)
    {
        var counted = new CountingRecorder(builder);
        foreach (var concluder in concluders)
            concluder.Conclude(map, counted);
        if (counted.Count == 0)
            return false;
        map = builder.Build();
        return true;
    }

    private sealed class CountingRecorder(IRecorder inner) : IRecorder
    {
        public int Count { get; private set; }

        public void Record(AssetObservation asset)
        {
            Count++;
            inner.Record(asset);
        }

        public void Record(RelationObservation relation)
        {
            Count++;
            inner.Record(relation);
        }

        public void Record(Gap gap)
        {
            Count++;
            inner.Record(gap);
        }
    }
}
