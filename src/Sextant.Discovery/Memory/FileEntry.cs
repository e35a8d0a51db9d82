namespace Sextant.Discovery.Memory;

/// <summary>What a file showed, and what that depended on.</summary>
/// <param name="Path">Its path in the tree.</param>
/// <param name="Content">What it held.</param>
internal sealed record FileEntry(string Path, ContentId Content)
{
    /// <summary>What tells that it is unchanged in a folder.</summary>
    public FileMark InFolder { get; init; }

    /// <summary>What tells that it is unchanged in git.</summary>
    public FileMark InGit { get; init; }

    /// <summary>Bytes that were offered; -1 if it is no text that anybody reads.</summary>
    public long Length { get; init; }

    /// <summary>Whether an inspector looked at it.</summary>
    public bool Inspected { get; init; }

    /// <summary>Names of inspectors that must see it in every scan.</summary>
    public IReadOnlyList<string> Again { get; init; } = [];

    /// <summary>Whether nobody reads files of its name.</summary>
    public bool IsUnwanted { get; init; }

    /// <summary>Whether it must be looked at in every scan, though it is unchanged.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>What was recorded and asked.</summary>
    public Captured Captured { get; init; } = Captured.Nothing;

    /// <summary>The same with the mark by which it was found.</summary>
    public FileEntry With(FileMark mark) => !mark.Exists ? this with { InFolder = FileMark.None } : mark.IsOfGit ? this with { InGit = mark } : this with { InFolder = mark };

    public void Write(MemoryWriter writer)
    {
        writer.Text(Path);
        writer.Id(Content);
        writer.Mark(InFolder);
        writer.Mark(InGit);
        writer.Number(Length + 1);
        writer.Flag(Inspected);
        writer.Flag(IsUnwanted);
        writer.Flag(IsOpaque);
        writer.Items(Again, writer.Text);
    }

    public static FileEntry Read(MemoryReader reader) => new(reader.Text(), reader.Id())
    {
        InFolder = reader.Mark(), InGit = reader.Mark(), Length = reader.Number() - 1, Inspected = reader.Flag(), IsUnwanted = reader.Flag(), IsOpaque = reader.Flag(), Again = reader.Items(reader.Text),
    };
}
