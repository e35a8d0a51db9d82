using Sextant.Discovery.Memory;
using Sextant.Map;

namespace Sextant.Discovery.Reading;

/// <summary>What inspectors share about the tree that they read, and where they record what they see.</summary>
public sealed class TreeContext(string repository, IFileSource files, IRecorder recorder)
{
    /// <summary>The name of the repository (<c>acme/support</c>, or a folder's name): the authority of ids for what exists only in it.</summary>
    public string Repository { get; } = repository;

    /// <summary>The repository's folder in the target, with a slash at its end; empty if it is the target.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The repository as an asset.</summary>
    public AssetId RepositoryId => AssetId.Of(AssetKind.Repository, Repository);

    /// <summary>The other files of the tree, for what is followed from file to file.</summary>
    public IFileSource Files { get; } = files;

    /// <summary>Where observations go.</summary>
    public IRecorder Recorder { get; } = recorder;

    /// <summary>What the last scan saw; null if nothing is remembered.</summary>
    internal TreeMemory? Memory { get; init; }

    /// <summary>The same tree, with others to ask and to record with.</summary>
    internal TreeContext With(IFileSource files, IRecorder recorder) => new(Repository, files, recorder) { Folder = Folder, Memory = Memory };

    /// <summary>The id of something that exists only in this repository: <c>kind:repo/repository/path/name</c>.</summary>
    public AssetId Local(AssetKind kind, params ReadOnlySpan<string> path) => AssetId.Of(kind, ["repo", Repository, .. path]);
}

/// <summary>The files of a tree, by path. Never leaves the tree, follows no link out of it, and is bounded.</summary>
public interface IFileSource
{
    /// <summary>All paths that are read (ignored and vendored ones are not), sorted.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>Whether a path is a file of the tree.</summary>
    bool Exists(string path);

    /// <summary>The bytes of a file, a copy that stays valid; null if there is no such file or it is too large.</summary>
    byte[]? Read(string path);
}
