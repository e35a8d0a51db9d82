using CsCheck;
using Sextant.Map;
using Sextant.Posture.Prioritize;

namespace Sextant.Posture.Tests;

public sealed class ConclusionsTests
{
    private const string Estate = """
        repository:acme/shop
        application:repo/acme/shop -defined-in-> repository:acme/shop
        workload:repo/acme/shop/compose.prod.yaml/web -built-from-> application:repo/acme/shop @compose.prod.yaml:3
        workload:repo/acme/shop/compose.prod.yaml/web -depends-on-> workload:repo/acme/shop/compose.prod.yaml/llm @compose.prod.yaml:5
        workload:repo/acme/shop/compose.prod.yaml/llm -hosts-> model-endpoint:repo/acme/shop/compose.prod.yaml/llm @compose.prod.yaml:9
        model-endpoint:repo/acme/shop/compose.prod.yaml/llm {hosts: [llm:8000]} @compose.prod.yaml:9
        model-endpoint:url/llm:8000 {hosts: [llm:8000]} @src/chat.py:4
        application:repo/acme/shop -uses-> model-endpoint:url/llm:8000 @src/chat.py:4
        agent:repo/acme/shop/src/desk/desk -defined-in-> application:repo/acme/shop @src/desk.py
        agent:repo/acme/shop/src/desk/desk -uses-> model:openai/gpt-4o @src/desk.py:8
        agent:repo/acme/shop/src/desk/desk -calls-> tool:repo/acme/shop/src/desk/query @src/desk.py:9
        tool:repo/acme/shop/src/desk/query -reads-> data-store:repo/acme/shop/postgresql/db/crm @src/desk.py:20
        tool:repo/acme/shop/src/desk/query {capabilities: [executes-code, reads-untrusted]} @src/desk.py:20
        data-store:repo/acme/shop/postgresql/db/crm {hosts: [db:5432], provider: postgresql} @src/desk.py:2
        data-store:repo/acme/shop/postgresql/db {hosts: [db:5432], provider: postgresql} @compose.prod.yaml:20
        internet:anyone -reaches-> workload:repo/acme/shop/compose.prod.yaml/web @compose.prod.yaml:4
        secret:openai/ab {fingerprint: ab, variable: OPENAI_API_KEY, location: history} @.env:1
        secret:openai/ab -defined-in-> application:repo/acme/shop @.env:1
        secret:repo/acme/shop/env/OPENAI_API_KEY {variable: OPENAI_API_KEY} @ci.yml
        pipeline:repo/acme/shop/ci.yml/deploy -authenticates-with-> secret:repo/acme/shop/env/OPENAI_API_KEY @ci.yml:7
        """;

    [Fact]
    public void The_order_of_observations_changes_nothing()
    {
        var expected = Everything(Graph.Builder(Estate));

        Gen.Shuffle(Estate.Split('\n')).Sample(lines => Assert.Equal(expected, Everything(Graph.Builder(string.Join('\n', lines)))), iter: 100);
    }

    [Fact]
    public void Linkers_come_to_rest()
    {
        var builder = Graph.Builder(Estate);
        var map = Conclusions.Run(builder);
        foreach (var linker in Conclusions.Linkers.Concat(Conclusions.Classifiers.SelectMany(c => c)))
            linker.Conclude(map, builder);

        Assert.Equal(Graph.Print(map), Graph.Print(builder.Build()));
    }

    [Fact]
    public void A_chain_over_several_linkers_closes()
    {
        var map = Conclusions.Run(Graph.Builder(Estate));

        Assert.Contains(
            "workload:repo/acme/shop/compose.prod.yaml/web -[uses]-> model-endpoint:repo/acme/shop/compose.prod.yaml/llm", map.Relations.Select(r => r.ToString()));
        Assert.Equal("production", map.Assets.Single(a => a.Kind == AssetKind.ModelEndpoint).Text("environment"));
    }

    [Fact]
    public void Every_conclusion_says_why_and_names_who_concluded() =>
        Assert.All(
            Conclusions.Run(Graph.Builder(Estate)).Relations.Where(r => r.Surest.Collector.StartsWith("link:", StringComparison.Ordinal)),
            r => Assert.True(r.Because.Length > 0 && r.Surest.Path.Length > 0, r.ToString()));

    [Fact]
    public void Names_of_concluders_are_unique_and_say_what_they_do() =>
        Assert.All(
            Conclusions.Linkers.Select(l => ("link:", l.Name)).Concat(Conclusions.Classifiers.SelectMany(c => c).Select(c => ("classify:", c.Name))).GroupBy(n => n.Item2),
            names => Assert.StartsWith(names.Single().Item1, names.Key));

    private static string Everything(MapBuilder builder)
    {
        var map = Conclusions.Run(builder);
        var paths = Prioritizer.Run(map, []).Paths;
        return Graph.Print(map) + string.Join('\n', paths.Select(p => $"{p.Id} {p.Score} {p.Title} {string.Join(' ', p.Steps)}"));
    }
}
