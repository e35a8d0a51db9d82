using System.Text;
using Sextant.Discovery.Code.Facts;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Code.Settings;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Tests.Resolution;

/// <summary>A tree of Python files in memory. What is asked about is marked by <c>probe(…)</c> in the sources.</summary>
internal sealed class SourceTree : IFileSource
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Paths => [.. _files.Keys];

    public static SourceTree Of(string source) => new SourceTree().With("app.py", source);

    public SourceTree With(string path, string source)
    {
        _files[path] = source;
        return this;
    }

    public bool Exists(string path) => _files.ContainsKey(path);

    public byte[]? Read(string path) => _files.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null;

    public string?[] Symbols() => Ask((resolver, probe) => resolver.SymbolOf(probe));

    public string? Symbol() => Symbols().Single();

    /// <summary>The texts of the only probe, each with its source.</summary>
    public (string Text, TextSource Source)[] Texts() => Ask((resolver, probe) => resolver.TextsOf(probe)).Single().Select(t => (t.Text, t.Source)).ToArray();

    public IReadOnlyList<ResolvedText> ResolvedTexts() => Ask((resolver, probe) => resolver.TextsOf(probe)).Single();

    public T[] Ask<T>(Func<CodeResolver, Located, T> question)
    {
        var units = new UnitSource(this, [new PythonFrontEnd()], [new PythonModules(this)]);
        foreach (var path in Paths.Where(p => p.EndsWith(".py", StringComparison.Ordinal)))
            units.Add(new PythonFrontEnd().Read(path, _files[path]));
        var resolver = new CodeResolver(units, new RepositorySettings(this));
        return [.. Paths.Select(units.UnitOfPath).OfType<CodeUnit>().SelectMany(Probes).Select(p => question(resolver, p))];
    }

    private static IEnumerable<Located> Probes(CodeUnit unit) =>
        from statement in unit.Statements
        from expression in statement.Expressions
        from call in expression.All().OfType<Expression.Call>()
        where call.Callee is Expression.Name { Id: "probe" }
        select new Located(unit, statement.Scope, call.Arguments[0].Value);
}
