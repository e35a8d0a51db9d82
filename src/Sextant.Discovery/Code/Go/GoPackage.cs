using System.Text;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code.Go;

/// <summary>
/// Which file of a folder declares what, by the beginnings of lines: enough to choose the files that are worth reading. Methods
/// are known as <c>Type.Method</c>.
/// </summary>
internal sealed class GoPackage
{
    /// <summary>Files of one folder that are looked into.</summary>
    private const int MaxFiles = 500;

    private static readonly string[] Kinds = ["func ", "type ", "var ", "const "];

    private readonly Dictionary<string, HashSet<string>> _byName = new(StringComparer.Ordinal);

    public GoPackage(IFileSource files, IEnumerable<string> paths)
    {
        foreach (var path in paths.Take(MaxFiles))
        {
            if (files.Read(path) is { } bytes)
                Scan(path, Encoding.UTF8.GetString(bytes));
        }
    }

    /// <summary>The files that declare a name.</summary>
    public IReadOnlySet<string> Declaring(string name) => _byName.TryGetValue(name, out var paths) ? paths : System.Collections.Immutable.ImmutableHashSet<string>.Empty;

    private void Scan(string path, string text)
    {
        var isGroup = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (isGroup)
            {
                isGroup = !line.StartsWith(")");
                if (line.Length > 1 && line[0] == '\t' && (char.IsLetter(line[1]) || line[1] == '_'))
                    AddNames(path, line[1..]);
                continue;
            }

            foreach (var kind in Kinds)
            {
                if (!line.StartsWith(kind))
                    continue;
                var rest = line[kind.Length..].TrimStart();
                if (kind == "func ")
                    AddFunction(path, rest);
                else if (rest.StartsWith("("))
                    isGroup = !rest.Contains(')');
                else
                    AddNames(path, rest);
            }
        }
    }

    private void AddFunction(string path, ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("("))
        {
            AddNames(path, rest);
            return;
        }

        var close = rest.IndexOf(')');
        if (close < 0)
            return;
        var receiver = rest[1..close].Trim();
        if (receiver.IndexOf('[') is >= 0 and var bracket)
            receiver = receiver[..bracket];
        var type = receiver[(receiver.LastIndexOfAny(' ', '*') + 1)..];
        Add(path, $"{type}.{Word(rest[(close + 1)..].TrimStart())}");
    }

    // Several names may be declared together: a, b = 1, 2.
    private void AddNames(string path, ReadOnlySpan<char> rest)
    {
        while (true)
        {
            var word = Word(rest);
            if (word.Length == 0)
                return;
            Add(path, word.ToString());
            rest = rest[word.Length..].TrimStart();
            if (!rest.StartsWith(","))
                return;
            rest = rest[1..].TrimStart();
        }
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return text[..end];
    }

    private void Add(string path, string name)
    {
        if (!_byName.TryGetValue(name, out var paths))
            _byName[name] = paths = new HashSet<string>(StringComparer.Ordinal);
        paths.Add(path);
    }
}
