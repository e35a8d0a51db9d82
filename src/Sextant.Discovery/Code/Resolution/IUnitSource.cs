using Sextant.Discovery.Code.Facts;

namespace Sextant.Discovery.Code.Resolution;

/// <summary>Finds the facts of the other files of a repository, when they are asked for. Called from several threads.</summary>
public interface IUnitSource
{
    /// <summary>
    /// The units that an import may mean, the likeliest first; none if it comes from outside of the repository.
    /// </summary>
    /// <param name="module">The module as written in the import, with its leading dots.</param>
    /// <param name="member">What is meant of it; null if it is the module itself.</param>
    /// <param name="from">The unit that imports it.</param>
    IEnumerable<ModuleMatch> UnitsOfModule(string module, string? member, CodeUnit from);

    /// <summary>The facts of a file; null if it is not source code of the tree.</summary>
    CodeUnit? UnitOfPath(string path);
}

/// <summary>A unit that an import may mean.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Certain">
/// Whether the import can mean nothing else; otherwise it means the unit only if the unit has the member that is imported.
/// </param>
public readonly record struct ModuleMatch(CodeUnit Unit, bool Certain);

/// <summary>How one language names its files in imports.</summary>
public interface IModuleFinder
{
    /// <summary>The language, as in <see cref="CodeUnit.Language"/>.</summary>
    string Language { get; }

    /// <summary>
    /// The paths that an import may mean, the likeliest first, and whether it can mean nothing else. Where a module is many files
    /// (a namespace, a package), <paramref name="member"/> tells which of them are worth reading.
    /// </summary>
    IEnumerable<(string Path, bool Certain)> PathsOf(string module, string? member, string from);
}
