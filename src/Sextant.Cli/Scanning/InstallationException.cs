namespace Sextant.Cli.Scanning;

/// <summary>Something that Sextant ships with is missing or has a mistake: a rule, a catalog file.</summary>
internal sealed class InstallationException(string message) : Exception(message);
