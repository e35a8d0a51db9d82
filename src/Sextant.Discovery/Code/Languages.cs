using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Code.Resolution;
using Sextant.Discovery.Code.TypeScript;
using Sextant.Discovery.Notebooks;
using Sextant.Discovery.Reading;

namespace Sextant.Discovery.Code;

/// <summary>The one place where the languages that are read are registered.</summary>
public static class Languages
{
    /// <summary>A front end for each.</summary>
    public static IReadOnlyList<IFrontEnd> FrontEnds { get; } =
    [
        new PythonFrontEnd(),
        new NotebookFrontEnd(),
        new TypeScriptFrontEnd(),
    ];

    /// <summary>How imports of each name the files of a tree.</summary>
    public static IReadOnlyList<IModuleFinder> Finders(IFileSource files, Catalog catalog) =>
    [
        new PythonModules(files, new PublishedPackages(files, () => catalog.Packages)),
        new TypeScriptModules(files, name => catalog.Packages.Any(p => p.Ecosystem == "npm" && p.Name == name)),
    ];
}
