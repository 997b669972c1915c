using System.Text.Json.Nodes;
using CiAnon.Reporting;
using CiAnon.Reporting.Sarif;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Tests.Reporting.Sarif;

/// <summary>A run's report as SARIF, judged by OASIS' own schema.</summary>
public class ReportSarifTests
{
    private const string Script = """
        const [schema, ...documents] = process.argv.slice(1);
        const ajv = new (require('ajv').default)({ strict: false, allErrors: true, unicodeRegExp: false });
        require('ajv-formats').default(ajv);
        const validate = ajv.compile(JSON.parse(require('fs').readFileSync(schema, 'utf8')));
        for (const document of documents) console.log(validate(JSON.parse(document)) ? 'valid' : validate.errors.map(error => error.keyword + ' ' + error.instancePath).join(', '));
        """;

    [Fact]
    public void It_is_valid_by_the_official_schema()
    {
        var schema = Path.Combine(NpmPackage.Modules("schemastore", "0.2.2"), "schemastore", "schemas", "json", "sarif-2.1.0.json");
        var damaged = Sarif(ReportSamples.Failed());
        damaged["runs"]![0]!["results"]![0]!["level"] = "terrible";
        string[] documents = [Text(ReportSamples.Passed()), Text(ReportSamples.Failed()), Text(ReportSamples.Nasty("<x>\n")), damaged.ToJsonString()];
        Assert.Equal(["valid", "valid", "valid", "enum /runs/0/results/0/level"],
            NpmPackage.Node(NpmPackage.Modules("ajv-formats", "3"), Script, [schema, .. documents]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Checks_and_codes_have_names_for_people()
    {
        var rules = Sarif(ReportSamples.Failed() with { Errors = [new ErrorSection("CIANON4103", "x", null, null, null)] })["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Contains(rules, rule => ((string)rule!["id"]!, (string)rule["name"]!) == ("residual", "ResidualCheckFailed"));
        Assert.Contains(rules, rule => ((string)rule!["id"]!, (string)rule["name"]!) == ("CIANON4103", "PostgreSQLRefusedRowsOfATable"));
    }

    [Fact]
    public void A_run_that_passed_has_no_result() => Assert.Empty(Results(ReportSamples.Passed()));

    [Fact]
    public void Findings_stand_on_the_policys_line_where_the_run_knows_it_and_at_its_top_elsewhere() => Assert.Equal(
    [
        "residual ci-anon.yml:1:1 public.products.description at base64 [email]: originals of masked columns survive in 2 places. Mask the column with 'text', or allow it with a reason under verify: allow.",
        "residual ci-anon.yml:12:7 public.orders.shipping at $.contact.phones[*] [phone]: originals of masked columns survive in 41 places. Mask the column with 'text', or allow it with a reason under verify: allow.",
        "sql ci-anon.yml:1:1 verify/orders.sql: totals: the check's query found 3 violations. Look at the query in the file named.",
    ], Results(ReportSamples.Failed()));

    [Fact]
    public void What_stopped_the_run_before_its_checks_is_a_result_under_its_code()
    {
        var report = ReportSamples.Failed() with { Checks = [], Errors = [new ErrorSection("CIANON4103", "PostgreSQL refused rows of public.people.", "ci-anon.yml", 3, 5)] };
        Assert.Equal(["CIANON4103 ci-anon.yml:3:5 PostgreSQL refused rows of public.people."], Results(report));
    }

    private static IEnumerable<string> Results(ComplianceReport report) => Sarif(report)["runs"]![0]!["results"]!.AsArray().Select(result =>
    {
        var place = result!["locations"]![0]!["physicalLocation"]!;
        return $"{result["ruleId"]} {place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}:{place["region"]!["startColumn"]} {result["message"]!["text"]}";
    });

    private static string Text(ComplianceReport report) => System.Text.Encoding.UTF8.GetString(ReportSarif.Write(report, "/srv/repository"));

    private static JsonNode Sarif(ComplianceReport report) => JsonNode.Parse(Text(report))!;
}
