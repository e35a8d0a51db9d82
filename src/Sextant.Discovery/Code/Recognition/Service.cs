using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Where a model is called.</summary>
/// <param name="Provider">Who answers; null if the address is unknown or nobody's.</param>
/// <param name="Id">A provider's API as an asset; null for an endpoint of one's own, and if nothing is called (a model loaded into the process).</param>
/// <param name="Address">Host and port of an endpoint of one's own; null for a provider's API.</param>
/// <param name="BaseUrl">The address as code gives it; null if it gives none.</param>
/// <param name="Confidence">How sure.</param>
internal sealed record Service(Provider? Provider, AssetId? Id, string? Address, string? BaseUrl, Confidence Confidence)
{
    /// <summary>Nothing is called.</summary>
    public static Service None { get; } = new(null, null, null, null, Confidence.Certain);

    /// <summary>Whether code gives an address that was not resolved.</summary>
    public bool IsUnresolved { get; init; }

    /// <summary>The API of a provider.</summary>
    public static Service Of(Provider provider, Confidence confidence = Confidence.Certain) => provider.DefaultAddress is { } address
        ? new Service(provider, null, address, null, confidence)
        : new Service(provider, WellKnown.AiService(provider.Slug), null, null, confidence);

    /// <summary>The service or endpoint as the file that calls it means it; null if nothing is called.</summary>
    public AssetId? IdAt(TreeContext tree, string file) =>
        Address is null ? Id : NetworkIds.Endpoint(tree, file, Address[..Address.LastIndexOf(':')], Address);
}
