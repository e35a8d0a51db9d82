using Sextant.Discovery.Catalogs;
using Sextant.Discovery.Code.CSharp;
using Sextant.Discovery.Code.Go;
using Sextant.Discovery.Code.Java;
using Sextant.Discovery.Code.Jvm;
using Sextant.Discovery.Code.Kotlin;
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
        new CSharpFrontEnd(),
        new GoFrontEnd(),
        new JavaFrontEnd(),
        new KotlinFrontEnd(),
        new TypeScriptFrontEnd(),
    ];

    /// <summary>How imports of each name the files of a tree.</summary>
    public static IReadOnlyList<IModuleFinder> Finders(IFileSource files, Catalog catalog) =>
    [
        new PythonModules(files, new PublishedPackages(files, () => catalog.Packages)),
        new CSharpModules(files, catalog),
        new GoModules(files, module => catalog.Knows("go", module)),
        new JvmModules(files, "java"),
        new JvmModules(files, "kotlin"),
        new TypeScriptModules(files, name => catalog.Packages.Any(p => p.Ecosystem == "npm" && p.Name == name)),
    ];
}
