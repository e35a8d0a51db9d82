using Sextant.Discovery.Reading;
using Sextant.Map;

namespace Sextant.Discovery;

/// <summary>
/// Reads one kind of file for the collectors that walk files (working tree, git history, archive). Every file is read once
/// and offered to every inspector that wants it. One instance serves one target; <see cref="Inspect"/> is called from
/// several threads. An inspector never throws for what a file holds: it records a <see cref="Gap"/> and keeps what it found.
/// </summary>
public interface IInspector
{
    /// <summary>The name that its evidence carries (<c>python</c>, <c>dockerfile</c>, <c>secrets</c>).</summary>
    string Name { get; }

    /// <summary>Whether it also reads what only git history holds.</summary>
    bool ReadsHistory => false;

    /// <summary>Whether it also reads files that are no text (a NUL in their first 8 KiB, and no UTF-16).</summary>
    bool ReadsBinary => false;

    /// <summary>
    /// ASCII literals (lower case, at least three characters) of which one must occur in a file, in any case, for the file to
    /// be inspected; empty if every wanted file is. All inspectors' literals are searched for in one pass.
    /// </summary>
    IReadOnlyList<string> Triggers { get; }

    /// <summary>Whether a file may be of its kind, by its path alone. Called for every file: no allocation.</summary>
    bool Wants(TreePath path);

    /// <summary>Reads a file and records what it shows.</summary>
    void Inspect(FileContent file, TreeContext tree);

    /// <summary>
    /// Whether it keeps something of a file that it has inspected, beyond what it recorded. Such a file is shown to it in every scan;
    /// what another file showed is remembered while the file is unchanged.
    /// </summary>
    bool Keeps(TreePath path) => false;

    /// <summary>Called once after the last file, for what only the whole tree shows.</summary>
    void Close(TreeContext tree)
    {
    }
}
