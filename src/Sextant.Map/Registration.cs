namespace Sextant.Map;

/// <summary>What an organisation declares of assets: facets and an owner for all whose ids match.</summary>
/// <param name="Match">An id, or a pattern of ids with <c>*</c> (anything) and <c>?</c> (one character).</param>
/// <param name="Properties">Declared facets.</param>
/// <param name="Owner">Who answers for them, as written; empty if nobody is named.</param>
/// <param name="Path">The file that declares it.</param>
/// <param name="Line">Its line.</param>
public sealed record Registration(string Match, IReadOnlyList<KeyValuePair<string, PropertyValue>> Properties, string Owner, string Path, int Line)
{
    /// <summary>Whether it is about an asset.</summary>
    public bool Covers(AssetId id) => Glob.Matches(Match, id.Value);
}

/// <summary>A rule that shall not be shown at assets, and why.</summary>
/// <param name="Rule">The rule's id, or a pattern.</param>
/// <param name="Asset">An asset's id, or a pattern.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Expires">The last day on which it holds; null if it does not end.</param>
/// <param name="Author">Who gave it; empty if not said.</param>
/// <param name="Path">The file that says so.</param>
/// <param name="Line">Its line.</param>
public sealed record Suppression(string Rule, string Asset, string Reason, DateOnly? Expires, string Author, string Path, int Line)
{
    /// <summary>Whether it is about a rule at an asset.</summary>
    public bool Covers(string rule, AssetId asset) => Glob.Matches(Rule, rule) && Glob.Matches(Asset, asset.Value);
}
