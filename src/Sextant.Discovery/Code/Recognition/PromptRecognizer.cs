using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Records prompt templates.</summary>
internal sealed class PromptRecognizer(Recognizers all) : IRecognizer
{
    public RecognitionKind Kind => RecognitionKind.Prompt;

    public void Recognize(Match match)
    {
        if (match.Entry.Value("remote") == "true" && TextOf(match) is { } text)
            Remote(match, text);
        else
            Record(match);
    }

    /// <summary>Records a template; null if its text is not seen.</summary>
    public AssetId? Record(Match match)
    {
        if (TextOf(match) is not { } text)
            return null;
        var name = all.Reading.Text(all.Reading.Argument(match, "name")) ?? match.Binding;
        return all.PromptReader.Record(text, name.Length > 0 ? name : $"{match.ShortName} at line {match.Line}");
    }

    // What somebody else keeps may change without this code changing.
    private void Remote(Match match, Located named)
    {
        foreach (var text in all.Reading.Texts(named))
        {
            var id = all.Reading.Tree.Local(AssetKind.Prompt, Sightings.Stem(match.Path), text.Text);
            all.Sightings.Defined(id, text.Text, Sightings.At(match, $"{match.Symbol} fetches the prompt {text.Text}"), ("remoteInstructions", true));
        }
    }

    /// <summary>The text of a template: its own, or that of the first message of a list that has one.</summary>
    public Located? TextOf(Match match)
    {
        if (all.Reading.Argument(match, "text") is { } text)
            return Lines(text);
        return all.Reading.Argument(match, "messages") is { } messages ? all.PromptReader.SystemMessage(messages) ?? all.PromptReader.FirstText(messages) : null;
    }

    // An annotation may hold the lines of a prompt one by one.
    private static Located Lines(Located text) => text.Expression is Expression.Sequence { Items.Count: > 0 } lines
        ? text.With(lines.Items.Count == 1 ? lines.Items[0] : new Expression.Operation("+", lines.Items, lines.Line)) : text;
}
