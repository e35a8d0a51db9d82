using System.Text;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Resolution;
using Sextant.Map;

namespace Sextant.Discovery.Code.Recognition;

/// <summary>Reads prompts: their name, holes and fingerprint; never keeps their text.</summary>
internal sealed class PromptReader(CodeReading reading, Sightings sightings)
{
    private const int MinLength = 3;

    /// <summary>Records the prompt that a value is; null if its text is not seen.</summary>
    /// <param name="value">The value, such as the instructions of an agent.</param>
    /// <param name="fallback">The name of a prompt that has none of its own.</param>
    public AssetId? Record(Located value, string fallback)
    {
        var source = reading.Values(value).FirstOrDefault(value);
        if (source.Expression is Expression.Call { Callee: Expression.Member { Id: "format" or "strip" or "format_map" or "render" or "replace", Target: var template } })
            source = reading.Values(source.With(template)).FirstOrDefault(source.With(template));
        if (MessageShapes.TextInside(source.Expression) is { } inner)
            source = reading.Values(source.With(inner)).FirstOrDefault(source.With(inner));
        if (Text(source) is not var (text, holes) || text.Length - holes.Sum(h => h.Length + 2) < MinLength)
            return null;
        var name = NameOf(value, fallback);
        var id = reading.Tree.Local(AssetKind.Prompt, Sightings.Stem(source.Unit.Path), name);
        var evidence = Sightings.At(source, $"prompt of {text.Length} characters: {Redacted.Excerpt(text)}");
        return sightings.Defined(
            id, name, evidence, ("fingerprint", StableHash.Hex(text)), ("length", (double)text.Length), ("variables", holes.ToArray()));
    }

    /// <summary>The system message of a list of messages, of any of the shapes that libraries take; null if there is none.</summary>
    public Located? SystemMessage(Located messages)
    {
        foreach (var message in reading.Items(messages).Take(20))
        {
            foreach (var value in reading.Values(message))
            {
                if (SystemText(value) is { } text)
                    return text;
            }
        }

        return null;
    }

    /// <summary>The text of the first message that has one; null if there is none.</summary>
    public Located? FirstText(Located messages)
    {
        foreach (var message in reading.Items(messages).Take(20))
        {
            if (message.Expression is Expression.Sequence { Items: [_, Expression.Text or Expression.Template or Expression.Name] } pair)
                return message.With(pair.Items[1]);
        }

        return null;
    }

    private static Located? SystemText(Located message) => message.Expression switch
    {
        Expression.Call { Callee: Expression.Member } made when MessageShapes.SystemText(made) is { } said => message.With(said),
        Expression.Mapping map when map["role"] is Expression.Text { Value: "system" or "developer" } => map["content"] is { } content ? message.With(content) : null,
        Expression.Sequence { Items: [Expression.Text { Value: "system" }, var text] } => message.With(text),
        Expression.Call { Callee: Expression.Name { Id: "SystemMessage" or "SystemMessagePromptTemplate" } } call when call.Argument("content", 0) is { } text => message.With(text),
        Expression.Call { Callee: Expression.Name { Id: "SystemChatMessage" or "DeveloperChatMessage" or "ChatRequestSystemMessage" }, Arguments: [{ Value: var text }, ..] } => message.With(text),
        Expression.Call { Arguments: [{ Value: Expression.Member { Id: "System" or "Developer", Target: Expression.Name { Id: "ChatRole" or "AuthorRole" } } }, { Value: var text }, ..] } => message.With(text),
        Expression.Call { Callee: Expression.Member { Id: "from_template" or "from_system", Target: Expression.Name { Id: "SystemMessagePromptTemplate" or "ChatMessage" } } } call
            when call.Argument("template", 0) is { } text => message.With(text),
        _ => null,
    };

    private (string Text, IReadOnlyList<string> Holes)? Text(Located source)
    {
        switch (source.Expression)
        {
            case Expression.Text text:
                return (text.Value, Placeholders(text.Value));
            case Expression.Template template:
                return (string.Concat(template.Pieces.Select(p => p is Expression.Text t ? t.Value : "{}")), [.. template.Pieces.Where(p => p is not Expression.Text).Select(Hole)]);
            case Expression.Operation { Operator: "+" or "%", Operands: var operands } when operands.Any(o => o is Expression.Text or Expression.Template):
                var parts = operands.Select(o => Text(source.With(o))).ToArray();
                return (string.Concat(parts.Select(p => p?.Text ?? "{}")), [.. operands.Zip(parts).SelectMany(p => p.Second is { } known ? known.Holes : [Hole(p.First)])]);
            default:
                return reading.Texts(source) is [var resolved, ..] ? (resolved.Text, Placeholders(resolved.Text)) : null;
        }
    }

    private static string NameOf(Located value, string fallback)
    {
        // A function of a package says nothing of the prompt: openai.String(…).
        var expression = value.Expression is Expression.Call { Callee: Expression.Member { Target: var target, Id: var method } } && !(value.Unit.Language == "go" && target is Expression.Name && char.IsUpper(method.FirstOrDefault('a')))
            ? target : value.Expression;
        return expression switch
        {
            Expression.Name name when value.Unit.Scopes[value.Scope].Parameters.All(p => p.Name != name.Id) => name.Id,
            Expression.Member member => member.Id,
            _ => fallback,
        };
    }

    private static string Hole(Expression hole) => hole switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        Expression.Call { Callee: var callee } => Hole(callee),
        Expression.Element { Target: var target } => Hole(target),
        _ => "expression",
    };

    private static List<string> Placeholders(string text)
    {
        var holes = new List<string>();
        for (var i = text.IndexOf('{', StringComparison.Ordinal); i >= 0 && holes.Count < 50; i = text.IndexOf('{', i + 1))
        {
            if (i + 1 < text.Length && text[i + 1] == '{')
            {
                i++;
                continue;
            }

            var name = new StringBuilder();
            for (var j = i + 1; j < text.Length && name.Length < 60 && (char.IsAsciiLetterOrDigit(text[j]) || text[j] is '_' or '.'); j++)
                name.Append(text[j]);
            if (name.Length > 0 && i + 1 + name.Length < text.Length && text[i + 1 + name.Length] is '}' or ':')
                holes.Add(name.ToString());
        }

        return holes;
    }
}
