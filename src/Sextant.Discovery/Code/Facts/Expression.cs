namespace Sextant.Discovery.Code.Facts;

/// <summary>
/// An expression of source code, in the shapes that all languages share. A front end turns what it does not need to tell
/// apart into <see cref="Operation"/> or <see cref="Unknown"/>, keeping the parts.
/// </summary>
/// <param name="Line">The line on which it starts, from 1.</param>
public abstract record Expression(int Line)
{
    /// <summary>The expressions directly inside this one.</summary>
    public virtual IEnumerable<Expression> Parts => [];

    /// <summary>This and every expression inside it, depth first.</summary>
    public IEnumerable<Expression> All()
    {
        yield return this;
        foreach (var part in Parts)
        {
            foreach (var below in part.All())
                yield return below;
        }
    }

    /// <summary>A name: <c>client</c>.</summary>
    public sealed record Name(string Id, int Line) : Expression(Line);

    /// <summary>A member of something: <c>client.chat</c>.</summary>
    public sealed record Member(Expression Target, string Id, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Target];
    }

    /// <summary>A call or the making of an object: <c>OpenAI(base_url=x)</c>, <c>new ChatClient(x)</c>.</summary>
    public sealed record Call(Expression Callee, IReadOnlyList<Argument> Arguments, int Line) : Expression(Line)
    {
        /// <summary>The last line of the call.</summary>
        public int EndLine { get; init; } = Line;

        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Arguments.Select(a => a.Value).Prepend(Callee);

        /// <summary>The value of a keyword argument, or of the positional argument at <paramref name="position"/>; null if not given.</summary>
        public Expression? Argument(string keyword, int position = -1)
        {
            var at = 0;
            foreach (var argument in Arguments)
            {
                if (string.Equals(argument.Keyword, keyword, StringComparison.Ordinal))
                    return argument.Value;
                if (argument is { Keyword: null, Spread: false } && at++ == position)
                    return argument.Value;
            }

            return null;
        }
    }

    /// <summary>A text constant, unescaped; adjacent constants are joined.</summary>
    public sealed record Text(string Value, int Line) : Expression(Line)
    {
        /// <summary>The last line of the constant.</summary>
        public int EndLine { get; init; } = Line;
    }

    /// <summary>A text with holes: f-string, template literal, interpolated string. Parts are <see cref="Text"/> or anything else for a hole.</summary>
    public sealed record Template(IReadOnlyList<Expression> Pieces, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Pieces;
    }

    /// <summary>A number constant, as written.</summary>
    public sealed record Number(string Value, int Line) : Expression(Line);

    /// <summary><c>true</c>, <c>false</c>.</summary>
    public sealed record Flag(bool Value, int Line) : Expression(Line);

    /// <summary><c>None</c>, <c>null</c>, <c>nil</c>, <c>undefined</c>.</summary>
    public sealed record Nothing(int Line) : Expression(Line);

    /// <summary>A list, tuple, set or array.</summary>
    public sealed record Sequence(IReadOnlyList<Expression> Items, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Items;
    }

    /// <summary>A map or object literal. A null key spreads its value into the map.</summary>
    public sealed record Mapping(IReadOnlyList<(Expression? Key, Expression Value)> Entries, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Entries.SelectMany(e => e.Key is null ? [e.Value] : new[] { e.Key, e.Value });

        /// <summary>The value of a text key; null if there is none.</summary>
        public Expression? this[string key] =>
            Entries.FirstOrDefault(e => e.Key is Text text && string.Equals(text.Value, key, StringComparison.Ordinal)).Value;
    }

    /// <summary>An element of something: <c>os.environ["KEY"]</c>.</summary>
    public sealed record Element(Expression Target, Expression Index, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => [Target, Index];
    }

    /// <summary>
    /// An operator over operands: <c>+</c>, <c>|</c>, <c>or</c>, <c>%</c>, <c>==</c>, <c>?:</c> (condition, then, else),
    /// <c>await</c>, <c>lambda</c> (its body, then its parameters: names, or <c>:=</c> of name and default), <c>:=</c> (target, value),
    /// <c>*</c> (one operand: spread). A comprehension is <c>for</c>: the element, then <c>:=</c> of target and <c>for</c> of a source
    /// for each loop, and its conditions. Operands of the same operator in a row are operands of one operation.
    /// </summary>
    public sealed record Operation(string Operator, IReadOnlyList<Expression> Operands, int Line) : Expression(Line)
    {
        /// <inheritdoc/>
        public override IEnumerable<Expression> Parts => Operands;
    }

    /// <summary>A function written as a value: an arrow function, a lambda, a function literal. Its body is the scope of this number.</summary>
    public sealed record Function(int Scope, int Line) : Expression(Line);

    /// <summary>What the front end could not read.</summary>
    public sealed record Unknown(int Line) : Expression(Line);
}

/// <summary>An argument of a call.</summary>
/// <param name="Keyword">Its name, or null if it is positional.</param>
/// <param name="Value">Its value.</param>
/// <param name="Spread">Whether it is spread (<c>*args</c>, <c>**options</c>, <c>...rest</c>).</param>
public sealed record Argument(string? Keyword, Expression Value, bool Spread = false);
