using System.Collections.Frozen;
using Sextant.Documents;
using Sextant.Map;

namespace Sextant.Discovery.Catalogs;

/// <summary>Reads the recognitions of a catalog file and checks them against <see cref="RecognitionSchema"/>.</summary>
internal sealed class RecognitionReader(CatalogFile file, bool examples)
{
    private static readonly string[] Languages = ["python", "typescript", "csharp", "java", "go"];

    // What is written once for Java may be shown in Kotlin.
    private static readonly string[] ExampleLanguages = [.. Languages, "kotlin"];

    public RecognitionEntry? Read(DocumentNode node)
    {
        if (!file.HasOnly(node, ["id", "kind", "form", "arguments", "values", "when", "example", .. Languages]))
            return null;
        var id = file.Required(node, "id");
        if (!Kebab<RecognitionKind>.TryParse(file.Required(node, "kind"), out var kind))
        {
            file.Mistake(node["kind"], $"'{node["kind"].Text}' is no kind; kinds are {string.Join(", ", Kebab<RecognitionKind>.Names)}");
            return null;
        }

        var form = RecognitionForm.Call;
        if (node["form"].Exists && !Kebab<RecognitionForm>.TryParse(node["form"].Text, out form))
            file.Mistake(node["form"], $"'{node["form"].Text}' is no form; forms are {string.Join(", ", Kebab<RecognitionForm>.Names)}");
        var symbols = Symbols(node);
        if (symbols.Count == 0)
            file.Mistake(node, $"'{id}' has no symbols in any language");
        return new RecognitionEntry(
            id, kind, form, symbols, Arguments(node["arguments"], kind), Values(node["values"], kind), Conditions(node["when"]),
            Example(node), $"{file.Name}:{node.Line}");
    }

    private FrozenDictionary<string, IReadOnlyList<SymbolPattern>> Symbols(DocumentNode node)
    {
        var symbols = new Dictionary<string, IReadOnlyList<SymbolPattern>>(StringComparer.Ordinal);
        foreach (var language in Languages)
        {
            var patterns = new List<SymbolPattern>();
            foreach (var text in node[language].Texts)
            {
                if (SymbolPattern.Parse(text, out var error) is { } pattern)
                    patterns.Add(pattern);
                else
                    file.Mistake(node[language], error);
            }

            if (patterns.Count > 0)
                symbols[language] = patterns;
        }

        return symbols.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, IReadOnlyList<ArgumentRef>> Arguments(DocumentNode node, RecognitionKind kind)
    {
        var arguments = new Dictionary<string, IReadOnlyList<ArgumentRef>>(StringComparer.Ordinal);
        foreach (var (role, value) in node.Entries)
        {
            if (!RecognitionSchema.Roles(kind).Contains(role.Text, StringComparer.Ordinal))
                file.Mistake(role, $"'{role.Text}' is no role of {Kebab<RecognitionKind>.Name(kind)}; roles are {string.Join(", ", RecognitionSchema.Roles(kind))}");
            arguments[role.Text] = [.. value.Texts.Select(text => Argument(value, text))];
        }

        return arguments.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ArgumentRef Argument(DocumentNode node, string text)
    {
        if (!ArgumentRef.TryParse(text, out var argument))
            file.Mistake(node, $"'{text}' is no argument; write a keyword, keyword@position or a position");
        return argument;
    }

    private FrozenDictionary<string, IReadOnlyList<string>> Values(DocumentNode node, RecognitionKind kind)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Entries)
        {
            if (!RecognitionSchema.Values(kind).Contains(name.Text, StringComparer.Ordinal))
                file.Mistake(name, $"'{name.Text}' is no value of {Kebab<RecognitionKind>.Name(kind)}; values are {string.Join(", ", RecognitionSchema.Values(kind))}");
            values[name.Text] = [.. value.Texts];
            Check(name.Text, value);
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private void Check(string name, DocumentNode value)
    {
        var facet = name switch { "type" => "modelType", "capabilities" or "mode" or "dataType" or "autonomy" => name, _ => null };
        if (facet is null || !Vocabulary.Facets.TryGetValue(facet, out var declared))
            return;
        foreach (var text in value.Texts.Where(t => !declared.Values.Contains(t, StringComparer.Ordinal)))
            file.Mistake(value, $"'{text}' is no {facet}; known are {string.Join(", ", declared.Values)}");
    }

    private (ArgumentRef Argument, IReadOnlyList<string> Texts)[] Conditions(DocumentNode node) =>
        [.. node.Entries.Select(e => (Argument(e.Key, e.Key.Text), (IReadOnlyList<string>)[.. e.Value.Texts]))];

    private RecognitionExample Example(DocumentNode node)
    {
        if (!examples)
            return new RecognitionExample("", "", [], node.Line);
        var example = node["example"];
        if (!example.Exists)
        {
            file.Mistake(node, $"'{node["id"].Text}' has no example");
            return new RecognitionExample("", "", [], node.Line);
        }

        file.HasOnly(example, ["gives", .. ExampleLanguages]);
        var language = ExampleLanguages.FirstOrDefault(l => example[l].Exists) ?? "";
        if (language.Length == 0 || !example["gives"].IsList)
            file.Mistake(example, "an example has source in one language and a list 'gives'");
        return new RecognitionExample(language, example[language].Text, CatalogFile.Texts(example, "gives"), example.Line);
    }
}
