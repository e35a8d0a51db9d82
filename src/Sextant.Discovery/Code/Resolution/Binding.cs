using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>One place where a name gets a meaning. Compared by identity.</summary>
internal sealed class Binding
{
    /// <summary>The scope in which <see cref="Value"/> and <see cref="Type"/> are to be understood.</summary>
    public required int Scope { get; init; }

    public required int Line { get; init; }

    /// <summary>Its place among the bindings of the unit as they were collected, from 1; tells apart those of one line.</summary>
    public int Order { get; set; }

    /// <summary>The last line of what binds it.</summary>
    public required int EndLine { get; init; }

    /// <summary>What is assigned; null if nothing is.</summary>
    public Expression? Value { get; init; }

    /// <summary>The type it is said to have.</summary>
    public Expression? Type { get; init; }

    /// <summary>Which element of the value it gets, from the outside in; empty for the value itself.</summary>
    public IReadOnlyList<int> Elements { get; init; } = [];

    /// <summary>Whether it takes place whenever the file runs, so that what was before it is gone.</summary>
    public bool Always { get; init; }

    /// <summary>The import that brings it.</summary>
    public Statement.Import? Import { get; init; }

    /// <summary>The function or class that it names.</summary>
    public Scope? Definition { get; init; }

    /// <summary>The parameter that it is, of <see cref="Function"/>.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>The function whose parameter it is.</summary>
    public Scope? Function { get; init; }

    /// <summary>The order of a file: by line, then as collected.</summary>
    public static int Compare(Binding one, Binding other) =>
        one.Line != other.Line ? one.Line.CompareTo(other.Line) : one.Order.CompareTo(other.Order);
}

/// <summary>An expression, where it stands, and which binding it is the value of (which it cannot see itself).</summary>
internal readonly record struct Site(CodeUnit Unit, int Scope, Expression Expression, Binding? Within = null)
{
    public Located Located => new(Unit, Scope, Expression);

    public Site With(Expression expression) => this with { Expression = expression };
}
