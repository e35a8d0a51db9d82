namespace Sextant.Discovery.Code.Facts;

/// <summary>What a front end says about one source file, in terms that all languages share. Recognizers see nothing else.</summary>
/// <param name="Path">The file, relative to the target.</param>
/// <param name="Language">The language: <c>python</c>, <c>typescript</c>, <c>csharp</c>, …</param>
/// <param name="Module">The name under which other files import it: <c>app.agents</c>.</param>
/// <param name="Scopes">Scopes by number; 0 is the module.</param>
/// <param name="Statements">All statements of all scopes in the order of the file; nested blocks are flattened.</param>
/// <param name="Errors">Places that could not be read, each of which cost one statement.</param>
public sealed record CodeUnit(
    string Path,
    string Language,
    string Module,
    IReadOnlyList<Scope> Scopes,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<(int Line, string Message)> Errors)
{
    /// <summary>For a notebook: its cells of code, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; init; } = [];

    /// <summary>For a notebook: magics and shell commands.</summary>
    public IReadOnlyList<NotebookCommand> Commands { get; init; } = [];

    /// <summary>The number of the notebook's cell that holds a line of the file; 0 if there is none.</summary>
    public int CellOf(int line)
    {
        var (low, high) = (0, Cells.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (line < Cells[middle].Lines.Start)
                high = middle - 1;
            else if (line > Cells[middle].Lines.End)
                low = middle + 1;
            else
                return Cells[middle].Number;
        }

        return 0;
    }
}

/// <summary>What a scope is.</summary>
public enum ScopeKind
{
    /// <summary>The file itself.</summary>
    Module,

    /// <summary>A class, interface, record.</summary>
    Class,

    /// <summary>A function or method.</summary>
    Function,
}

/// <summary>A module, class or function.</summary>
/// <param name="Number">Its number in <see cref="CodeUnit.Scopes"/>.</param>
/// <param name="Parent">The number of the scope around it; -1 for the module.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; empty for the module.</param>
/// <param name="Lines">Where it stands, decorators included.</param>
public sealed record Scope(int Number, int Parent, ScopeKind Kind, string Name, LineSpan Lines)
{
    /// <summary>Decorators, annotations, attributes: <c>@tool("search")</c>, <c>[KernelFunction]</c>.</summary>
    public IReadOnlyList<Expression> Decorators { get; init; } = [];

    /// <summary>Base classes of a class.</summary>
    public IReadOnlyList<Expression> Bases { get; init; } = [];

    /// <summary>Parameters of a function.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>The type a function is said to return.</summary>
    public Expression? Returns { get; init; }

    /// <summary>The documentation string, or empty.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>Names that, in this scope, are those of a scope around it: <c>global</c>, <c>nonlocal</c>.</summary>
    public IReadOnlySet<string> Shared { get; init; } = System.Collections.Immutable.ImmutableHashSet<string>.Empty;

    /// <summary>Whether it is written as a value (<see cref="Expression.Function"/>): then its name, if it has one, binds nothing.</summary>
    public bool IsValue { get; init; }

    /// <summary>For a class that is a namespace: whether functions in it see what is in its body.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The line of the name itself, for evidence (a decorated function starts earlier).</summary>
    public int NameLine { get; init; } = Lines.Start;
}

/// <summary>A parameter of a function.</summary>
public sealed record Parameter(string Name, Expression? Type, Expression? Default, int Line);

/// <summary>A statement, reduced to what matters. <paramref name="Scope"/> is the number of the scope whose body it is in.</summary>
public abstract record Statement(int Scope, int Line)
{
    /// <summary>
    /// A name brought in: <c>from langchain_openai import ChatOpenAI as Chat</c> has module <c>langchain_openai</c>, member
    /// <c>ChatOpenAI</c>, local <c>Chat</c>; <c>import os.path</c> has module <c>os.path</c>, no member, local <c>os</c>; a star
    /// import has member <c>*</c>. Relative modules keep their leading dots (<c>.config</c>, <c>..models.base</c>).
    /// </summary>
    public sealed record Import(int Scope, string Module, string? Member, string Local, int Line) : Statement(Scope, Line);

    /// <summary>
    /// A name, member or element gets a value: also <c>with x() as y</c>, <c>for y in x</c> (value: operation <c>for</c> over x),
    /// <c>y += x</c>, a declaration with a type and no value (value null). <c>self.x</c> is a <see cref="Expression.Member"/>.
    /// </summary>
    public sealed record Assignment(int Scope, Expression Target, Expression? Value, Expression? Type, int Line) : Statement(Scope, Line)
    {
        /// <summary>Whether it takes place whenever the file runs: it stands in the module itself and in no block of it.</summary>
        public bool Always { get; init; }
    }

    /// <summary>An expression by itself, most often a call; also conditions of <c>if</c> and <c>while</c>.</summary>
    public sealed record Evaluation(int Scope, Expression Value, int Line) : Statement(Scope, Line);

    /// <summary>What a function gives back, by <c>return</c> or <c>yield</c>.</summary>
    public sealed record Return(int Scope, Expression? Value, int Line) : Statement(Scope, Line);

    /// <summary>The expressions of this statement.</summary>
    public IEnumerable<Expression> Expressions => this switch
    {
        Assignment a => [a.Target, .. new[] { a.Value, a.Type }.OfType<Expression>()],
        Evaluation e => [e.Value],
        Return { Value: { } value } => [value],
        _ => [],
    };
}
