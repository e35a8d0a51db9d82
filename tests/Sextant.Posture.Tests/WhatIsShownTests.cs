using CsCheck;
using Sextant.Map;

namespace Sextant.Posture.Tests;

public sealed class WhatIsShownTests
{
    private const string Ordinary = """
        repository:acme/shop
        application:repo/acme/shop -defined-in-> repository:acme/shop
        application:repo/acme/shop -owned-by-> owner:github/acme/web
        application:repo/acme/shop -reads-> data-store:repo/acme/shop/postgresql/db
        secret:private-key/ab -defined-in-> application:repo/acme/shop
        pipeline:repo/acme/shop/ci.yml/build -defined-in-> repository:acme/shop
        pipeline:repo/acme/shop/ci.yml/build -runs-as-> identity:github-actions/acme/shop/ci.yml
        internet:anyone -reaches-> application:repo/acme/shop
        """;

    [Fact]
    public void A_repository_without_ai_shows_nothing_but_itself() =>
        Assert.Equal(["repository:acme/shop"], Shown(Ordinary));

    [Fact]
    public void What_ai_touches_is_shown_over_any_number_of_steps_in_either_direction()
    {
        var shown = Shown(Ordinary + "\n" + """
            application:repo/acme/shop -uses-> ai-service:openai
            workload:repo/acme/shop/compose.yml/web -built-from-> application:repo/acme/shop
            workload:repo/acme/shop/compose.yml/web -runs-as-> identity:aws/1/role/web
            """);

        Assert.Equal(
            [
                "ai-service:openai", "application:repo/acme/shop", "data-store:repo/acme/shop/postgresql/db", "identity:aws/1/role/web",
                "internet:anyone", "owner:github/acme/web", "repository:acme/shop", "workload:repo/acme/shop/compose.yml/web",
            ],
            shown);
    }

    [Fact]
    public void The_application_of_an_agent_is_shown_but_not_what_else_lies_in_it() =>
        Assert.Equal(
            ["agent:repo/acme/shop/desk", "application:repo/acme/shop", "repository:acme/shop"],
            Shown("""
                repository:acme/shop
                application:repo/acme/shop -defined-in-> repository:acme/shop
                agent:repo/acme/shop/desk -defined-in-> application:repo/acme/shop
                secret:private-key/ab -defined-in-> application:repo/acme/shop
                application:repo/acme/shop/site -defined-in-> repository:acme/shop
                """));

    [Fact]
    public void What_everything_shares_joins_nothing() =>
        Assert.Equal(
            ["application:repo/acme/shop", "internet:anyone", "model:openai/gpt-4o", "owner:github/acme/web"],
            Shown("""
                application:repo/acme/shop -uses-> model:openai/gpt-4o
                application:repo/acme/shop -owned-by-> owner:github/acme/web
                internet:anyone -reaches-> application:repo/acme/shop
                application:repo/acme/site -owned-by-> owner:github/acme/web
                internet:anyone -reaches-> application:repo/acme/site
                """));

    [Fact]
    public void Relations_between_what_is_shown_stay_as_they_were_and_in_order()
    {
        var drawing = Gen.Int[0, 11].Array[0, 40].Select(ends => string.Join('\n', ends.Chunk(2).Where(p => p.Length == 2).Select(p => $"{Id(p[0])} -uses-> {Id(p[1])}")));

        drawing.Sample(text =>
        {
            var whole = Graph.Of(text);
            var part = WhatIsShown.Of(whole);
            var kept = part.Assets.Select(a => a.Id).ToHashSet();

            Assert.Equal(
                whole.Relations.Where(r => kept.Contains(r.From.Id) && kept.Contains(r.To.Id)).Select(Line), part.Relations.Select(Line));
            Assert.Equal(
                part.Relations.Select(r => r.ToString()).Order(StringComparer.Ordinal),
                part.Assets.SelectMany(part.Incoming).Select(r => r.ToString()).Order(StringComparer.Ordinal));
            Assert.All(part.Relations, r => Assert.True(part.Holds(r.From, r.Kind, r.To)));
        });

        static string Line(Relation relation) => $"{relation} {relation.Because} {string.Join(' ', relation.Evidence.ToArray())}";
        static string Id(int number) => number % 4 == 0 ? $"agent:a/{number}" : $"workload:a/{number}";
    }

    private static IEnumerable<string> Shown(string drawing) => WhatIsShown.Of(Graph.Of(drawing)).Assets.Select(a => a.ToString());
}
