using Sextant.Benchmarks;
using Sextant.Quality.Measuring;

var root = Processes.RootOfRepository();
var sideBySide = new SideBySide(root);
return args switch
{
    [] => StartBenchmark.Run(root) | sideBySide.Discovery(null) | sideBySide.Secrets(null) | History(root) | Matcher(null),
    ["start"] => StartBenchmark.Run(root),
    ["discovery", .. var tree] when tree.Length < 2 => sideBySide.Discovery(tree.FirstOrDefault()),
    ["secrets", .. var tree] when tree.Length < 2 => sideBySide.Secrets(tree.FirstOrDefault()),
    ["history", .. var repository] when repository.Length < 2 => History(repository.FirstOrDefault() ?? root),
    ["matcher", .. var tree] when tree.Length < 2 => Matcher(tree.FirstOrDefault()),
    ["quality"] => Quality(),
    ["peers", var tree, .. var commands] => new PeersBenchmark(root, sideBySide.Sextant).Run(Path.GetFullPath(tree), commands),
    ["rescan", var tree] => RescanBenchmark.Run(root, tree),
    ["rescan"] => RescanBenchmark.Run(root, sideBySide.TreeOr(null)),
    ["walk", var folder] => WalkBenchmark.Run(folder),
    _ => Usage(),
};

int History(string repository) => HistoryBenchmark.Run(repository, sideBySide.Vocabulary("--only", "secrets"));

int Matcher(string? tree) => MatcherBenchmark.Run(sideBySide.TreeOr(tree), sideBySide.Vocabulary());

int Quality()
{
    var measured = CorpusRun.Over(LabelledCase.All(Path.Combine(root, "tests", "corpora", "code")));
    Console.WriteLine(QualityTable.Of(measured));
    Console.WriteLine(measured.Mistakes());
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        bench                       all of these, on a tree that it makes
        bench start                 starting: the version, the rules, an empty folder, a tiny repository
        bench discovery [TREE]      a whole scan, beside rg searching for the same vocabulary
        bench secrets [TREE]        the search for keys alone, beside rg searching for the keys' literals
        bench history [REPOSITORY]  all contents of a repository's history, beside git cat-file
        bench rescan [TREE]         a scan again: unchanged, after an edit, after a file is added, beside the first
        bench matcher [TREE]        the literal matcher in memory, on every path of this processor
        bench quality               precision and recall on the labelled corpus of code, and every miss and extra
        bench peers TREE [COMMAND…] a whole scan, beside other tools that look for AI in source
        bench walk FOLDER           lists the files of a folder by the rules of a scan
        """);
    return 2;
}
