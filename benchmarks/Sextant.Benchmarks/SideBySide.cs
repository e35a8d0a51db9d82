using System.Globalization;

namespace Sextant.Benchmarks;

/// <summary>Measures whole commands of Sextant beside ripgrep, in turn, over the same files and for the same literals.</summary>
internal sealed class SideBySide(string root)
{
    private readonly string[] _sextant = Processes.Sextant(root);

    /// <summary>How Sextant is started.</summary>
    public IReadOnlyList<string> Sextant => _sextant;

    /// <summary>A whole scan of a tree, from the start of the process to the report, beside rg searching for the same vocabulary.</summary>
    public int Discovery(string? tree) => Compare("discovery", tree, [], ["scan"]);

    /// <summary>The search for keys in the clear, beside rg searching for the literals of keys.</summary>
    public int Secrets(string? tree) => Compare("secrets", tree, ["--only", "secrets"], ["scan", "--only", "secrets"]);

    /// <summary>The vocabulary of a scan.</summary>
    public string[] Vocabulary(params string[] only)
    {
        var literals = Processes.Output([.. _sextant, "vocabulary", .. only]);
        return literals.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A tree that was named, or one that is made.</summary>
    public string TreeOr(string? tree)
    {
        if (tree is not null)
            return Path.GetFullPath(tree);
        var made = Path.Combine(root, "out", "bench-tree");
        new SourceTreeGenerator(made).MakeIfMissing();
        return made;
    }

    private int Compare(string name, string? named, string[] only, string[] verb)
    {
        if (!Processes.Exists("rg"))
        {
            Console.Error.WriteLine("bench: rg is not installed; install ripgrep (apt install ripgrep, brew install ripgrep)");
            return 2;
        }

        var tree = TreeOr(named);
        var literals = Path.Combine(root, "out", $"bench-{name}.txt");
        File.WriteAllLines(literals, Vocabulary(only));
        string[] scan = [.. _sextant, .. verb, tree, "--no-history", "--no-cache", "--no-progress", "--output", $"json={Path.Combine(root, "out", "bench.json")}"];
        string[] rg = ["rg", "-i", "-F", "-f", literals, "--count", "--hidden", "-g", "!.git", "--no-messages", $"-j{Environment.ProcessorCount}", tree];
        Print(name, tree, File.ReadLines(literals).Count(), Processes.Pair(scan, rg));
        return 0;
    }

    private static void Print(string name, string tree, int literals, (Measured Sextant, Measured Rg) taken)
    {
        var files = Directory.EnumerateFiles(tree, "*", SearchOption.AllDirectories).Count(f => !f.Contains("/.git/", StringComparison.Ordinal));
        var (wall, cores) = (taken.Sextant.WallSeconds / taken.Rg.WallSeconds, taken.Sextant.ProcessorSeconds / taken.Rg.ProcessorSeconds);
        Console.WriteLine($"{name}: {files} files of {tree}, {literals} literals, medians of whole processes in turn, peak memory");
        Console.WriteLine($"  sextant  {taken.Sextant}");
        Console.WriteLine($"  rg       {taken.Rg}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  sextant takes {wall:0.00} times the wall time and {cores:0.00} times the processor time of rg (goal: at most 1, below 500 MB)"));
    }
}
