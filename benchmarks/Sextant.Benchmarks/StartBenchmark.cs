using System.Globalization;

namespace Sextant.Benchmarks;

/// <summary>Measures what starting takes: commands that do next to nothing, and a scan of a tiny repository beside rg at the same work.</summary>
internal static class StartBenchmark
{
    private const int Runs = 21;

    private static readonly string[] Names =
        ["sextant --version", "sextant rules list", "scan of an empty folder", "scan of a tiny repository", "rg in the tiny repository"];

    public static int Run(string root)
    {
        var sextant = Processes.Sextant(root);
        var (empty, tiny) = (Folder(root, "bench-empty"), Tiny(root));
        string[] scan = ["scan", "--no-history", "--no-progress", "--output", $"json={Path.Combine(root, "out", "bench.json")}"];
        var taken = Processes.InTurn(Runs, [.. sextant, "--version"], [.. sextant, "rules", "list"], [.. sextant, .. scan, empty], [.. sextant, .. scan, tiny], Search(root, sextant, tiny));
        Console.WriteLine($"start: medians of {Runs} whole processes in turn (goal: below 60 ms each)");
        foreach (var (name, measured) in Names.Zip(taken))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-26} {measured.WallSeconds * 1000,6:0} ms wall {measured.ProcessorSeconds * 1000,6:0} ms cpu {measured.PeakMegabytes,5:0} MB"));
        return 0;
    }

    private static string[] Search(string root, string[] sextant, string tree)
    {
        var literals = Path.Combine(root, "out", "bench-start.txt");
        File.WriteAllText(literals, Processes.Output([.. sextant, "vocabulary"]));
        return ["rg", "-i", "-F", "-f", literals, "--count", "--hidden", "--no-messages", tree];
    }

    private static string Tiny(string root)
    {
        var folder = Folder(root, "bench-tiny");
        File.WriteAllText(Path.Combine(folder, "requirements.txt"), "openai==1.54.0\nflask==3.0.0\n");
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), "FROM python:3.12-slim\nCOPY . /app\nCMD [\"python\", \"/app/main.py\"]\n");
        File.WriteAllText(Path.Combine(folder, "main.py"), """
            from openai import OpenAI

            client = OpenAI()
            answer = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hello"}])
            print(answer)

            """);
        return folder;
    }

    private static string Folder(string root, string name) => Directory.CreateDirectory(Path.Combine(root, "out", name)).FullName;
}
