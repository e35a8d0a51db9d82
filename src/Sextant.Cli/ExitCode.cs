namespace Sextant.Cli;

/// <summary>What a run's exit code says. What is displayed never changes it.</summary>
internal static class ExitCode
{
    /// <summary>Done, and no finding at or above <c>--fail-on</c>.</summary>
    public const int Done = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>The command line or a target is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Done, but less was read than <c>--min-coverage</c> asks, or a collector failed.</summary>
    public const int Incomplete = 3;
}
