using Sextant.Benchmarks;

return args switch
{
    ["matcher", var folder, var literals] => MatcherBenchmark.Run(folder, File.ReadAllLines(literals)),
    ["history", var repository, .. var literals] => HistoryBenchmark.Run(repository, literals),
    ["walk", var folder] => WalkBenchmark.Run(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        matcher FOLDER LITERALS   searches the files of a folder for the literals of a file, one a line, on every path of this processor
        history REPOSITORY [LITERAL…]   reads all contents of a repository's history, beside git cat-file
        walk FOLDER   lists the files of a folder by the rules of a scan
        """);
    return 2;
}
