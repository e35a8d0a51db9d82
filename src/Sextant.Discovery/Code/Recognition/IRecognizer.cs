using Sextant.Discovery.Catalogs;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records what one kind of match means.</summary>
internal interface IRecognizer
{
    /// <summary>The kind of matches that it takes.</summary>
    RecognitionKind Kind { get; }

    /// <summary>Records what a match means. Called from several threads.</summary>
    void Recognize(Match match);
}
