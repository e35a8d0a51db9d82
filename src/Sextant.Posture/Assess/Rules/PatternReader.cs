using Sextant.Documents;
using Sextant.Posture.Assess.Language;

namespace Sextant.Posture.Assess.Rules;

/// <summary>Reads the patterns, templates and examples of a rule's file and records their mistakes with their places.</summary>
internal sealed class PatternReader(RuleFile file, Lexicon lexicon)
{
    private Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private int _firstFree;

    /// <summary>The slots of the names of <c>match</c>.</summary>
    public IReadOnlyDictionary<string, int> Slots => _slots;

    /// <summary>Reads <c>match</c>, whose names all that follows may use.</summary>
    public Pattern? Match(DocumentNode node)
    {
        var pattern = Pattern(node);
        if (pattern is not null)
        {
            _slots = pattern.Nodes.Where(n => n.Name is not null).ToDictionary(n => n.Name ?? "", n => n.Slot, StringComparer.Ordinal);
            _firstFree = pattern.Slots;
        }

        return pattern;
    }

    /// <summary>Reads another pattern of the rule.</summary>
    public Pattern? Pattern(DocumentNode node) =>
        Read(node, "a pattern", mistakes => new PatternBinder(lexicon, mistakes).Bind(Parser.Graph(node.Text), _slots, _firstFree));

    /// <summary>Reads a condition.</summary>
    public Condition? Condition(DocumentNode node) =>
        Read(node, "a condition", mistakes => new ConditionBinder(lexicon, mistakes, _slots, _firstFree).Bind(Parser.Condition(node.Text)));

    /// <summary>Reads an example's map.</summary>
    public ExampleGraph? Example(DocumentNode node) =>
        Read(node, "an example's graph", mistakes => new ExampleBinder(lexicon, mistakes).Bind(Parser.Graph(node.Text)));

    /// <summary>Reads a sentence with holes.</summary>
    public Template Template(DocumentNode node) =>
        Read(node, "a text", mistakes => Language.Template.Parse(node.Text.Trim(), _slots, lexicon, mistakes)) ?? new Template([]);

    private T? Read<T>(DocumentNode node, string what, Func<List<Mistake>, T?> read)
        where T : class
    {
        if (!node.IsScalar || node.Text.Trim().Length == 0)
        {
            file.Error(node, $"{what} is expected here");
            return null;
        }

        var mistakes = new List<Mistake>();
        T? result = null;
        try
        {
            result = read(mistakes);
        }
        catch (PatternSyntaxException e)
        {
            mistakes.Add(new Mistake(e.Message, e.Offset));
        }

        file.Error(node, mistakes);
        return mistakes.Count == 0 ? result : null;
    }
}
