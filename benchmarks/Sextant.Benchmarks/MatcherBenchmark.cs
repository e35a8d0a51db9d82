using Sextant.Discovery.Reading.Matching;

namespace Sextant.Benchmarks;

/// <summary>How many bytes a second the matcher searches on one core, on every path that this processor has.</summary>
internal static class MatcherBenchmark
{
    private const long MaxBytes = 600L << 20;

    public static int Run(string folder, string[] literals)
    {
        var texts = Load(folder);
        var bytes = texts.Sum(t => (long)t.Length);
        Console.WriteLine($"matcher: {literals.Length} literals, {texts.Count} files, {bytes / 1e6:0} MB in memory, one thread");
        Console.WriteLine($"  first build {Milliseconds(() => new LiteralMatcher(literals)):0.0} ms, then {Milliseconds(() => new LiteralMatcher(literals)):0.0} ms");
        var lines = 0L;
        var limit = Stopwatches.Best(5, () => lines = texts.Sum(t => (long)t.AsSpan().Count((byte)'\n')));
        Console.WriteLine($"  counting {lines} lines, the limit of this machine just now: {Stopwatches.PerSecond(bytes, limit.Cores)} a core");
        foreach (var path in Enum.GetValues<MatcherPath>().Where(p => p.IsSupported()))
            Print($"{path}", new LiteralMatcher(literals, path), texts, bytes);
        foreach (var planes in new[] { 2, 4, 6, 8, 12 })
            Print($"{MatcherPaths.Best}, {planes} planes", new LiteralMatcher(literals, MatcherPaths.Best, planes), texts, bytes);
        Hottest(new LiteralMatcher(literals), literals, texts);
        return 0;
    }

    private static void Print(string name, LiteralMatcher matcher, List<byte[]> texts, long bytes)
    {
        var hits = new List<LiteralHit>();
        var found = 0L;
        var time = Stopwatches.Best(5, () => found = Search(matcher, texts, hits));
        Console.WriteLine($"  {name,-16} {Stopwatches.PerSecond(bytes, time.Cores)} a core, {found} hits, {matcher.Candidates(texts) * 1000.0 / bytes:0.0} candidates/KB");
    }

    private static long Search(LiteralMatcher matcher, List<byte[]> texts, List<LiteralHit> hits)
    {
        var found = 0L;
        foreach (var text in texts)
        {
            hits.Clear();
            matcher.Find(text, hits);
            found += hits.Count;
        }

        return found;
    }

    private static void Hottest(LiteralMatcher matcher, string[] literals, List<byte[]> texts)
    {
        var counts = new long[literals.Length];
        var hits = new List<LiteralHit>();
        foreach (var text in texts)
        {
            hits.Clear();
            matcher.Find(text, hits);
            hits.ForEach(h => counts[h.Literal]++);
        }

        var hottest = literals.Zip(counts).OrderByDescending(p => p.Second).Take(20).Select(p => $"{p.First} {p.Second}");
        Console.WriteLine($"  most hits: {string.Join(", ", hottest)}");
    }

    private static double Milliseconds(Func<object> work) => Stopwatches.Best(1, () => GC.KeepAlive(work())).Cores.TotalMilliseconds;

    private static List<byte[]> Load(string folder)
    {
        var texts = new List<byte[]>();
        var total = 0L;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (total > MaxBytes)
                break;
            texts.Add(File.ReadAllBytes(path));
            total += texts[^1].Length;
        }

        return texts;
    }
}
