namespace Sextant.Documents;

/// <summary>How much a document may hold before it is refused. Hostile documents are normal input.</summary>
/// <param name="MaxBytes">Bytes of the file.</param>
/// <param name="MaxDepth">Nesting.</param>
/// <param name="MaxNodes">Nodes, with aliases counted as if written out.</param>
public sealed record DocumentLimits(int MaxBytes = 32 << 20, int MaxDepth = 100, int MaxNodes = 2_000_000)
{
    /// <summary>The limits for files of a target.</summary>
    public static DocumentLimits Default { get; } = new();
}

/// <summary>What reading a document gave: its roots, and what was wrong with it.</summary>
/// <param name="Roots">The documents of the file: one for JSON and TOML, any number for YAML. What stands before an error is kept.</param>
/// <param name="Error">What was wrong, or null.</param>
public sealed record DocumentResult(IReadOnlyList<DocumentNode> Roots, DocumentError? Error)
{
    /// <summary>The first document; <see cref="DocumentNode.Missing"/> if there is none.</summary>
    public DocumentNode Root => Roots.Count > 0 ? Roots[0] : DocumentNode.Missing;

    /// <summary>Nothing could be read.</summary>
    public static DocumentResult Failed(string message, int line = 0, int column = 0) => new([], new DocumentError(message, line, column));
}

/// <summary>A mistake in a document, and where.</summary>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="Line">The line, from 1; 0 if unknown.</param>
/// <param name="Column">The column, from 1; 0 if unknown.</param>
public sealed record DocumentError(string Message, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"line {Line}, column {Column}: {Message}" : Message;
}
