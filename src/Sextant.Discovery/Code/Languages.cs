using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.Go;
using Sextant.Discovery.Code.Java;
using Sextant.Discovery.Code.Jvm;
using Sextant.Discovery.Code.Kotlin;
using Sextant.Discovery.Code.Python;
using Sextant.Discovery.Code.Resolution;
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
        new GoFrontEnd(),
        new JavaFrontEnd(),
        new KotlinFrontEnd(),
    ];

    /// <summary>How imports of each name the files of a tree.</summary>
    public static IReadOnlyList<IModuleFinder> Finders(IFileSource files, Catalog catalog) =>
    [
        new PythonModules(files, new PublishedPackages(files, () => catalog.Packages)),
        new GoModules(files, module => catalog.Knows("go", module)),
        new JvmModules(files, "java"),
        new JvmModules(files, "kotlin"),
    ];
}
