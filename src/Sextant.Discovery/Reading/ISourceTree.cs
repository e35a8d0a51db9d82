namespace Sextant.Discovery.Reading;

/// <summary>A tree of files to be offered to inspectors: a folder, or a commit's tree.</summary>
internal interface ISourceTree : IFileSource
{
    /// <summary>The files, sorted by path.</summary>
    IReadOnlyList<TreeFile> Listing { get; }

    /// <summary>A reader for one thread.</summary>
    ITreeReader OpenReader();
}

/// <summary>Reads files one after the other into a buffer of its own.</summary>
internal interface ITreeReader : IDisposable
{
    /// <summary>
    /// Reads at most <paramref name="max"/> bytes of a file; of a binary one only the beginning unless <paramref name="evenBinary"/>.
    /// Null, with an error line in the tally, if it cannot be read.
    /// </summary>
    FileBytes? Read(TreeFile file, int max, bool evenBinary);
}
