using Sextant.Discovery.Code.Facts;
using static Sextant.Discovery.Code.TypeScript.TokenKind;

namespace Sextant.Discovery.Code.TypeScript;

/// <summary>Names that get values: declarations, destructuring.</summary>
internal sealed partial class TypeScriptParser
{
    /// <summary>Names that are taken out of one value without a name for the value itself.</summary>
    private const int MaxShared = 6;

    /// <summary>Before the module's name in the name of a module that is named in the middle of an expression.</summary>
    private const string ModulePrefix = "import:";

    /// <summary><c>const a = 1, { b } = c</c>, from the keyword.</summary>
    private void Variables()
    {
        _cursor.Advance();
        Declarators();
        EndStatement();
    }

    private void Declarators()
    {
        do
        {
            var line = _cursor.Line;
            var target = Target();
            _cursor.Take(Bang);
            var type = _cursor.Take(Colon) ? Type() : null;
            var value = _cursor.Take(Equal) ? Assign() : null;
            if (_cursor.Failure is null)
                Bind(target, value, type, line);
        }
        while (_cursor.Take(Comma));
    }

    /// <summary>What a declaration names: a name, or a pattern, which is read as the literal that it looks like.</summary>
    private Expression Target()
    {
        var line = _cursor.Line;
        if (_cursor.Kind is OpenCurly or OpenSquare)
            return Primary();
        if (_cursor.AtWord)
            return new Expression.Name(_cursor.TakeWord(), line);
        _cursor.Fail("a name is missing");
        return new Expression.Unknown(line);
    }

    /// <summary>Gives a name, member or pattern a value.</summary>
    private void Bind(Expression target, Expression? value, Expression? type, int line)
    {
        switch (target)
        {
            case Expression.Name name when ModuleOf(value) is { } module:
                TakeImport(new Statement.Import(_scopes.Current, module, null, name.Id, line));
                break;
            case Expression.Name or Expression.Member or Expression.Element:
                if (value is not null && NameOf(target) is { } named)
                    Named(value, named);
                Add(new Statement.Assignment(_scopes.Current, target, value, type, line) { Always = _scopes.Always });
                break;
            case Expression.Operation { Operator: ":=", Operands: [var inner, var standard] }:
                Bind(inner, value is null ? standard : new Expression.Operation("??", [value, standard], line), type, line);
                break;
            case Expression.Mapping pattern:
                BindMembers(pattern, value, type as Expression.Mapping, line);
                break;
            case Expression.Sequence pattern:
                var source = Shared(value, pattern.Items, line);
                for (var i = 0; i < pattern.Items.Count; i++)
                {
                    if (pattern.Items[i] is Expression.Operation { Operator: "*", Operands: [var rest] })
                        Bind(rest, null, null, rest.Line);
                    else
                        Bind(pattern.Items[i], source is null ? null : new Expression.Element(source, new Expression.Number(i.ToString(System.Globalization.CultureInfo.InvariantCulture), line), line), null, pattern.Items[i].Line);
                }

                break;
        }
    }

    private void BindMembers(Expression.Mapping pattern, Expression? value, Expression.Mapping? type, int line)
    {
        if (ModuleOf(value) is { } module && pattern.Entries.All(e => e is { Key: Expression.Text, Value: Expression.Name }))
        {
            foreach (var (key, local) in pattern.Entries)
                TakeImport(new Statement.Import(_scopes.Current, module, ((Expression.Text)key!).Value, ((Expression.Name)local).Id, line));
            return;
        }

        var source = Shared(value, [.. pattern.Entries.Select(e => e.Value)], line);
        foreach (var (key, target) in pattern.Entries)
        {
            var part = (source, key) switch
            {
                (null, _) => null,
                (_, null) => source,
                (_, Expression.Text name) => new Expression.Member(source, name.Value, line),
                _ => new Expression.Element(source, key, line),
            };
            Bind(target, part, key is Expression.Text typed ? type?[typed.Value] : null, target.Line);
        }
    }

    /// <summary>A value out of which several names get their parts: itself, or a name that it gets.</summary>
    private Expression? Shared(Expression? value, IReadOnlyList<Expression> targets, int line)
    {
        if (value is null or Expression.Name || (targets.Count <= MaxShared && targets.All(t => t is Expression.Name or Expression.Operation { Operands: [Expression.Name, ..] })))
            return value;
        var name = new Expression.Name($"{{{_statement}.{line}}}", line);
        Add(new Statement.Assignment(_scopes.Current, name, value, null, line) { Always = _scopes.Always });
        return name;
    }

    /// <summary>Names a function that is written as a value after what it is assigned to.</summary>
    private void Named(Expression value, string name)
    {
        if (value is Expression.Function function && _scopes[function.Scope].Name.Length == 0)
            _scopes.Change(function.Scope, s => s with { Name = name });
    }

    private static string? NameOf(Expression target) => target switch
    {
        Expression.Name name => name.Id,
        Expression.Member member => member.Id,
        Expression.Element { Index: Expression.Text text } => text.Value,
        _ => null,
    };

    /// <summary>The module that <c>require("m")</c> or <c>await import("m")</c> means; null if a value is none.</summary>
    private static string? ModuleOf(Expression? value) => value switch
    {
        Expression.Name { Id: var id } when id.StartsWith(ModulePrefix, StringComparison.Ordinal) => id[ModulePrefix.Length..],
        Expression.Operation { Operator: "await", Operands: [var awaited] } => ModuleOf(awaited),
        _ => null,
    };

    /// <summary>Adds an import in the place of the one that its value made.</summary>
    private void TakeImport(Statement.Import import)
    {
        if (_imports.Count > 0 && _imports[^1].Module == import.Module && _imports[^1].Local == ModulePrefix + import.Module)
            _imports.RemoveAt(_imports.Count - 1);
        Add(import);
    }

    /// <summary>A module in the middle of an expression: an import under a name that nothing else has.</summary>
    private Expression.Name ModuleNamed(string written, int line)
    {
        var module = ModuleNames.Plain(written);
        _imports.Add(new Statement.Import(_scopes.Current, module, null, ModulePrefix + module, line));
        return new Expression.Name(ModulePrefix + module, line);
    }
}
