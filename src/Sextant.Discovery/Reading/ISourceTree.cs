using Sextant.Discovery.Memory;

namespace Sextant.Discovery.Reading;

/// <summary>A tree of files to be offered to inspectors: a folder, or a commit's tree.</summary>
internal interface ISourceTree : IFileSource
{
    /// <summary>The files, sorted by path.</summary>
    IReadOnlyList<TreeFile> Listing { get; }

    /// <summary>What tells, without reading it, that a file holds what it held before.</summary>
    /// <param name="file">The file.</param>
    /// <param name="settled">What changed after this may change again without a trace.</param>
    FileMark MarkOf(TreeFile file, DateTimeOffset settled);

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
