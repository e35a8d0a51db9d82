using System.Text;

namespace Sextant.Benchmarks;

/// <summary>
/// Makes a tree of source files as large projects have them, always the same: Python, TypeScript, C#, YAML and Markdown of some
/// nine kilobytes each on average, of which a few hundred use AI.
/// </summary>
internal sealed class SourceTreeGenerator(string folder)
{
    private const int Files = 12_000;
    private const int FilesPerFolder = 40;
    private const int AiEvery = 20;

    // Words of the vocabulary (path, package, from) stand as thickly as in real trees: about two a kilobyte.
    private static readonly string[] Nouns =
        ["order", "customer", "invoice", "session", "report", "shipment", "account", "message", "schedule", "region", "metric", "path", "channel", "package", "request", "index"];

    private static readonly string[] Verbs = ["load", "store", "merge", "render", "resolve", "collect", "validate", "dispatch", "compute", "restore", "publish", "convert"];

    private static readonly (string Ending, Func<int, Random, bool, string> Text)[] Languages =
        [(".py", Python), (".ts", TypeScript), (".cs", CSharp), (".yaml", Yaml), (".md", Markdown), (".py", Python)];

    /// <summary>Makes the tree unless it is there whole.</summary>
    public void MakeIfMissing()
    {
        var done = folder + ".complete";
        if (File.Exists(done))
            return;
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Console.Error.WriteLine($"making {Files} files in {folder}");
        for (var i = 0; i < Files; i++)
            Write(i);
        File.WriteAllText(done, "");
    }

    private void Write(int number)
    {
        var (ending, text) = Languages[number % Languages.Length];
        var into = Path.Combine(folder, $"{Nouns[number / FilesPerFolder % Nouns.Length]}s", $"part{number / FilesPerFolder}");
        Directory.CreateDirectory(into);
        File.WriteAllText(Path.Combine(into, $"{Nouns[number % Nouns.Length]}_{number}{ending}"), text(number, new Random(number), number % AiEvery == 0));
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    // Sizes spread as they do in real trees: many small files and a few of a hundred kilobytes.
    private static int Blocks(Random random, int perBlock) => Math.Max(1, (int)(Math.Exp(random.NextDouble() * 4.2) * 600 / perBlock));

    private static string Repeat(string head, Random random, int perBlock, Action<StringBuilder, int> block)
    {
        var text = new StringBuilder(head);
        var blocks = Blocks(random, perBlock);
        for (var i = 0; i < blocks; i++)
            block(text, i);
        return text.ToString();
    }

    private static string Python(int number, Random random, bool usesAi)
    {
        var head = usesAi
            ? $"from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef answer_{number}(question):\n    reply = client.chat.completions.create(model=\"gpt-4o\", messages=[{{\"role\": \"user\", \"content\": question}}])\n    return reply.choices[0].message.content\n\n\n"
            : "import logging\nfrom dataclasses import dataclass\n\nlogger = logging.getLogger(__name__)\n\n\n";
        return Repeat(head, random, 320, (text, i) =>
        {
            var (verb, noun) = (Pick(random, Verbs), Pick(random, Nouns));
            text.Append($"def {verb}_{noun}_{i}({noun}s, limit={random.Next(500)}):\n    \"\"\"Takes from the {noun}s those that are still open.\"\"\"\n    kept = []\n")
                .Append($"    for {noun} in {noun}s[:limit]:\n        if {noun}.state != \"{Pick(random, Verbs)}d\" and {noun}.total > {random.Next(9000)}:\n            kept.append({noun})\n    logger.info(\"%d of %d\", len(kept), len({noun}s))\n    return kept\n\n\n");
        });
    }

    private static string TypeScript(int number, Random random, bool usesAi)
    {
        var head = usesAi ? "import Anthropic from '@anthropic-ai/sdk';\n\nconst anthropic = new Anthropic();\n\n" : "import { strict as assert } from 'node:assert';\n\n";
        return Repeat(head, random, 260, (text, i) =>
        {
            var (verb, noun) = (Pick(random, Verbs), Pick(random, Nouns));
            text.Append($"export async function {verb}{number}Of{i}({noun}s: Array<{{ id: string; total: number }}>): Promise<string[]> {{\n  // Only what is above the threshold is of interest here.\n")
                .Append($"  const found = {noun}s.filter(({noun}) => {noun}.total > {random.Next(9000)});\n  assert(found.length <= {noun}s.length);\n  return found.map(({noun}) => `${{{noun}.id}}/{Pick(random, Nouns)}`);\n}}\n\n");
        });
    }

    private static string CSharp(int number, Random random, bool usesAi)
    {
        var head = (usesAi ? "using OpenAI.Chat;\n" : "using System.Linq;\n") + $"\nnamespace Shop.Part{number};\n\npublic sealed class Service{number}\n{{\n";
        return Repeat(head, random, 300, (text, i) =>
        {
            var (verb, noun) = (Pick(random, Verbs), Pick(random, Nouns));
            text.Append($"    /// <summary>Gives the {noun}s in the order of their totals.</summary>\n    public IReadOnlyList<decimal> {verb}{i}(IEnumerable<decimal> {noun}s)\n    {{\n")
                .Append($"        var open = {noun}s.Where(v => v > {random.Next(9000)}m).OrderBy(v => v).ToList();\n        if (open.Count > {random.Next(100)})\n            open.RemoveAt(0);\n        return open;\n    }}\n\n");
        }) + "}\n";
    }

    private static string Yaml(int number, Random random, bool usesAi)
    {
        var head = $"# settings of part {number}\nversion: {number % 7}\n" + (usesAi ? "assistant:\n  provider: openai\n  model: gpt-4o-mini\n  endpoint: https://api.openai.com/v1\n" : "");
        return Repeat(head, random, 110, (text, i) =>
            text.Append($"{Pick(random, Nouns)}_{i}:\n  enabled: {(i % 3 == 0 ? "true" : "false")}\n  timeout: {random.Next(600)}s\n  owner: team-{Pick(random, Nouns)}\n  targets: [{Pick(random, Nouns)}, {Pick(random, Nouns)}]\n"));
    }

    private static string Markdown(int number, Random random, bool usesAi)
    {
        var head = $"# Notes on part {number}\n\n" + (usesAi ? "This part asks a model of OpenAI for summaries.\n\n" : "");
        return Repeat(head, random, 230, (text, i) =>
            text.Append($"## How to {Pick(random, Verbs)} a {Pick(random, Nouns)} ({i})\n\nThe {Pick(random, Nouns)} is written first. When the {Pick(random, Nouns)} of the other side is there, both are compared, and what differs goes to the {Pick(random, Nouns)} of the day.\n\n- step {random.Next(90)}\n- step {random.Next(90)}\n\n"));
    }
}
