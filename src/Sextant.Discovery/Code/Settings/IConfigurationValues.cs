using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;

namespace Sextant.Discovery.Code.Settings;

/// <summary>
/// The values that files of a repository give to what its code reads: variables of the environment, settings, documents that
/// are opened. Secrets are never among them. Called from several threads; files are read when they are asked for, each once.
/// </summary>
public interface IConfigurationValues
{
    /// <summary>
    /// The value of a variable (<c>MODEL_NAME</c>) or setting (<c>OpenAI:Model</c>, <c>openai.chat.model</c>) in the nearest file
    /// upwards of the code that reads it; null if no file gives it one.
    /// </summary>
    ResolvedText? Find(string key, string fromPath);

    /// <summary>
    /// A document that code opens, as the expression of a unit of its own: maps, lists, texts. Null if there is none.
    /// </summary>
    /// <param name="path">The path as far as it is known: its last parts, without what comes before an unknown part.</param>
    /// <param name="fromPath">The file whose code opens it.</param>
    LoadedDocument? Document(string path, string fromPath);
}

/// <summary>A JSON, YAML or TOML document as facts.</summary>
/// <param name="Unit">A unit without statements, with the document's path.</param>
/// <param name="Root">What it holds.</param>
public sealed record LoadedDocument(CodeUnit Unit, Expression Root)
{
    private static readonly string[] Languages = ["json", "toml", "yaml"];

    /// <summary>Whether a unit is a document and no code.</summary>
    public static bool Is(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Array.IndexOf(Languages, unit.Language) >= 0;
    }
}
