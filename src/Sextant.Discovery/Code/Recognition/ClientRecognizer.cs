using Sextant.Discovery.Catalogs;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records the services and endpoints for which clients are made.</summary>
internal sealed class ClientRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Client;

    public void Recognize(Match match)
    {
        foreach (var service in all.Services.Of(match))
            all.ModelRecorder.Record(service, match, Sightings.At(match, $"{match.Symbol} makes a client"));
    }
}
