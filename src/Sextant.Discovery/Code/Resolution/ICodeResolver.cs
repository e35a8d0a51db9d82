using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>
/// Says what names and expressions of a unit mean, following assignments, imports and re-exports within the file and across
/// the files of the repository.
/// </summary>
public interface ICodeResolver
{
    /// <summary>
    /// The symbol path of an expression, or null if nothing is known: the qualified name of what was imported, with <c>()</c>
    /// for each call whose result is meant. <c>client.chat.completions.create</c>, where <c>client = OpenAI(…)</c> and
    /// <c>from openai import OpenAI</c>, is <c>openai.OpenAI().chat.completions.create</c>. A name defined in the repository
    /// resolves through its definition (a factory function to what it returns, a parameter to its type, an attribute to what
    /// the class assigns to it); a class or function of the repository itself is <c>~module.Name</c>. An element of something
    /// from outside is <c>[]</c>: <c>pymongo.MongoClient()[]</c>.
    /// </summary>
    string? SymbolOf(Located expression);

    /// <summary>
    /// The texts an expression may have at run time, with how each was found. Empty if none was found: the value is dynamic,
    /// and is never invented.
    /// </summary>
    IReadOnlyList<ResolvedText> TextsOf(Located expression);

    /// <summary>
    /// The expression that a name, member or element stands for, after following assignments and imports as far as they are
    /// unambiguous; the expression itself if it stands for nothing else.
    /// </summary>
    Located DefinitionOf(Located expression);

    /// <summary>The function or class of the repository that an expression names, with its unit; null if it is none.</summary>
    (CodeUnit Unit, Scope Scope)? ScopeOf(Located expression);

    /// <summary>The class of the repository whose object an expression is, with its unit; null if it is none.</summary>
    (CodeUnit Unit, Scope Scope)? ClassOf(Located expression) => null;

    /// <summary>The environment variable that decides an expression, whether or not it has a default; null if none does.</summary>
    string? VariableOf(Located expression) => null;
}

/// <summary>An expression with where it stands: names mean nothing without their scope.</summary>
public readonly record struct Located(CodeUnit Unit, int Scope, Expression Expression)
{
    /// <summary>Another expression at the same place.</summary>
    public Located With(Expression expression) => this with { Expression = expression };
}

/// <summary>How a text was found.</summary>
public enum TextSource
{
    /// <summary>It stands there.</summary>
    Literal,

    /// <summary>Through a constant or a variable assigned once.</summary>
    Constant,

    /// <summary>The default of an environment variable, argument or setting.</summary>
    Default,

    /// <summary>A value in a configuration file (<c>.env</c>, YAML, JSON, TOML) that the code reads.</summary>
    Configuration,

    /// <summary>One of several that the code chooses from.</summary>
    Choice,
}

/// <summary>A text that an expression may have.</summary>
/// <param name="Text">The text; holes of a template that stay unknown are <c>{}</c>.</param>
/// <param name="Source">How it was found.</param>
/// <param name="Path">The file where it stands.</param>
/// <param name="Line">The line where it stands.</param>
public sealed record ResolvedText(string Text, TextSource Source, string Path, int Line)
{
    /// <summary>The environment variable that sets it at run time, if one does.</summary>
    public string? EnvironmentVariable { get; init; }
}
