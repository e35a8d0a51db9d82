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

    private static readonly (string Language, Func<IFileSource, Catalog, IModuleFinder> Make)[] Makers =
    [
        ("python", (files, catalog) => new PythonModules(files, new PublishedPackages(files, () => catalog.Packages))),
        ("csharp", (files, catalog) => new CSharpModules(files, catalog)),
        ("go", (files, catalog) => new GoModules(files, module => catalog.Knows("go", module))),
        ("java", (files, _) => new JvmModules(files, "java")),
        ("kotlin", (files, _) => new JvmModules(files, "kotlin")),
        ("typescript", (files, catalog) => TypeScript(files, catalog)),
    ];

    /// <summary>What reads a file, by its path alone; null if it is no source code that is read. Asked for every file: no allocation.</summary>
    public static IFrontEnd? FrontEndOf(TreePath path)
    {
        for (var i = 0; i < FrontEnds.Count; i++)
        {
            if (FrontEnds[i].Reads(path))
                return FrontEnds[i];
        }

        return null;
    }

    /// <summary>How imports of languages name the files of a tree; for each, all paths of the tree are looked at.</summary>
    public static IReadOnlyList<IModuleFinder> Finders(IFileSource files, Catalog catalog, IReadOnlySet<string> languages) =>
        [.. Makers.Where(m => languages.Contains(m.Language)).Select(m => m.Make(files, catalog))];

    private static TypeScriptModules TypeScript(IFileSource files, Catalog catalog)
    {
        var published = new Lazy<HashSet<string>>(() => catalog.Packages.Where(p => p.Ecosystem == "npm").Select(p => p.Name).ToHashSet(StringComparer.Ordinal));
        return new TypeScriptModules(files, name => published.Value.Contains(name));
    }
}
