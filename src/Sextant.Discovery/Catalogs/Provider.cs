namespace Sextant.Discovery.Catalogs;

/// <summary>Somebody who offers models over an API, or software that serves them.</summary>
/// <param name="Slug">The name in ids: <c>azure-openai</c>.</param>
/// <param name="Name">The name people use.</param>
/// <param name="Hosts">Hosts of the API: exact, or <c>*.suffix</c>; a port where it tells (<c>localhost:11434</c>).</param>
/// <param name="Variables">Environment variables that hold its credential.</param>
/// <param name="Prefixes">How framework strings name it: <c>google_genai:…</c>, <c>gemini/…</c>.</param>
/// <param name="Models">How names of its own models begin: <c>gpt-</c>.</param>
/// <param name="IsGateway">Whether it passes requests on to others, whose names then stand in the model's name.</param>
/// <param name="DefaultAddress">Where it listens unless told otherwise, for software that one runs oneself; null for a service.</param>
public sealed record Provider(
    string Slug,
    string Name,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Variables,
    IReadOnlyList<string> Prefixes,
    IReadOnlyList<string> Models,
    bool IsGateway,
    string? DefaultAddress);
