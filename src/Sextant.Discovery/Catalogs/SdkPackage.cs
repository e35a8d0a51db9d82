namespace Sextant.Discovery.Catalogs;

/// <summary>A library whose use is evidence of AI.</summary>
/// <param name="Ecosystem">Where it is published: <c>pypi</c>, <c>npm</c>, <c>nuget</c>, …</param>
/// <param name="Name">Its name there.</param>
/// <param name="Import">The root under which code imports it; empty if unknown.</param>
/// <param name="Evidences">What it is: <c>llm-sdk</c>, <c>agent-framework</c>, <c>vector-store</c>, …</param>
/// <param name="Vendor">Who is behind it.</param>
public sealed record SdkPackage(string Ecosystem, string Name, string Import, string Evidences, string Vendor);
