using System.Globalization;
using System.Xml.Linq;
using Sextant.Posture;

namespace Sextant.Evidence.Tests;

public sealed class JUnitTests
{
    [Fact]
    public void Each_rule_is_a_suite_whose_counts_are_those_of_its_cases()
    {
        var suites = Suites(SampleScan.Result);
        Assert.Equal(
            [
                "agent-sends-private-data-unapproved: 1 tests, 1 failures, 0 skipped",
                "agent-without-guardrail: 2 tests, 0 failures, 1 skipped",
                "ai-service-unapproved: 1 tests, 1 failures, 0 skipped",
                "model-endpoint-without-authentication: 1 tests, 0 failures, 1 skipped",
                "model-loads-code: 2 tests, 1 failures, 0 skipped",
                "secret-in-code: 0 tests, 0 failures, 0 skipped",
            ],
            suites.Select(s => $"{s.Attribute("name")?.Value}: {Number(s, "tests")} tests, {Number(s, "failures")} failures, {Number(s, "skipped")} skipped"));
        Assert.All(suites, s =>
        {
            Assert.Equal(Number(s, "tests"), s.Elements("testcase").Count());
            Assert.Equal(Number(s, "failures"), s.Descendants("failure").Count());
            Assert.Equal(Number(s, "skipped"), s.Descendants("skipped").Count());
        });
    }

    [Fact]
    public void What_was_not_assessed_is_skipped_and_never_passed()
    {
        var suite = Suites(SampleScan.Result).Single(s => s.Attribute("name")?.Value == "model-endpoint-without-authentication");
        Assert.Equal(["not assessed: no configuration of the proxy in front of it was read"], suite.Descendants("skipped").Select(s => s.Attribute("message")?.Value));
    }

    [Fact]
    public void A_scan_full_of_hostile_text_is_well_formed_and_keeps_its_counts()
    {
        var suites = Suites(HostileScan.Result);
        Assert.Equal([3, 3], [suites.Sum(s => s.Elements("testcase").Count()), suites.Sum(s => Number(s, "tests"))]);
        Assert.Contains("<script>", suites.Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    private static XElement[] Suites(ScanResult result)
    {
        var root = XDocument.Parse(Written.Text("junit", result)).Root;
        Assert.NotNull(root);
        Assert.Equal("testsuites", root.Name.LocalName);
        return [.. root.Elements("testsuite")];
    }

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)?.Value ?? "", CultureInfo.InvariantCulture);
}
