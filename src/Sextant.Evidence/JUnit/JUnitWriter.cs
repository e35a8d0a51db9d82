using System.Globalization;
using System.Text;
using System.Xml;
using Sextant.Map;
using Sextant.Posture;

namespace Sextant.Evidence.JUnit;

/// <summary>
/// Writes JUnit XML, which every build server shows: a suite a rule, a failed case a finding, a skipped case where a rule
/// could not be assessed, and one passed case for the assets that pass, so that a rule without findings is seen too.
/// </summary>
public sealed class JUnitWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "junit";

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".junit.xml", ".xml"];

    /// <inheritdoc/>
    public void Write(ScanResult result, Stream output)
    {
        var suites = JUnitSuite.Of(result);
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", XmlText.Clean(result.Tool.Name));
        WriteCounts(suites.Sum(s => s.Cases), suites.Sum(s => s.Findings.Count), suites.Sum(s => s.NotAssessed.Count), xml);
        foreach (var suite in suites)
            WriteSuite(suite, result.Map, xml);
        xml.WriteEndElement();
    }

    private static void WriteSuite(JUnitSuite suite, AssetMap map, XmlWriter xml)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", XmlText.Clean(suite.Rule));
        WriteCounts(suite.Cases, suite.Findings.Count, suite.NotAssessed.Count, xml);
        WriteTally(suite, xml);
        if (suite.Passes)
            WriteCase("assets that pass", suite.Rule, xml, static _ => { });
        foreach (var finding in suite.Findings)
            WriteCase(finding.Asset.Value, suite.Rule, xml, x => WriteFailure(finding, map, x));
        foreach (var entry in suite.NotAssessed)
            WriteCase(entry.Asset.Value, suite.Rule, xml, x => WriteSkipped(entry, x));
        xml.WriteEndElement();
    }

    private static void WriteCounts(int tests, int failures, int skipped, XmlWriter xml)
    {
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(skipped));
        xml.WriteAttributeString("time", "0");
    }

    private static void WriteTally(JUnitSuite suite, XmlWriter xml)
    {
        if (suite.Tally is not { } tally)
            return;
        xml.WriteStartElement("properties");
        WriteProperty("fail", tally.Fail, xml);
        WriteProperty("pass", tally.Pass, xml);
        WriteProperty("notAssessed", tally.NotAssessed, xml);
        xml.WriteEndElement();
    }

    private static void WriteProperty(string name, int value, XmlWriter xml)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", Number(value));
        xml.WriteEndElement();
    }

    private static void WriteCase(string name, string rule, XmlWriter xml, Action<XmlWriter> outcome)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", XmlText.Clean(name));
        xml.WriteAttributeString("classname", XmlText.Clean(rule));
        xml.WriteAttributeString("time", "0");
        outcome(xml);
        xml.WriteEndElement();
    }

    private static void WriteFailure(Finding finding, AssetMap map, XmlWriter xml)
    {
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", XmlText.Clean(finding.Title));
        xml.WriteAttributeString("type", Kebab<Severity>.Name(finding.Severity));
        xml.WriteString(XmlText.Clean(JUnitSuite.Explain(finding, map)));
        xml.WriteEndElement();
    }

    private static void WriteSkipped(NotAssessed entry, XmlWriter xml)
    {
        xml.WriteStartElement("skipped");
        xml.WriteAttributeString("message", XmlText.Clean($"not assessed: {entry.Reason}"));
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
