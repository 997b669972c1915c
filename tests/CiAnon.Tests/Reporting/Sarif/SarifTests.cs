using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Audits;
using CiAnon.Audits.Findings;
using CiAnon.Diagnostics;
using CiAnon.Reporting.Sarif;

namespace CiAnon.Tests.Reporting.Sarif;

/// <summary>SARIF, judged by OASIS' own schema.</summary>
public class SarifTests
{
    private static readonly SarifRule[] Rules = [new("a-rule", "Something", "Do something.", Severity.Error), new("b-rule", "Other", "Help.", Severity.Note)];

    private static readonly SarifResult[] Results =
    [
        new("b-rule", Severity.Warning, "it's \"odd\" <here>", "public.t.c", new SourcePosition("sub dir/ci-anon.yml", 12, 7)),
        new("a-rule", Severity.Note, "no place.", "public.t", null),
    ];

    [Fact]
    public void Is_valid_by_the_official_schema()
    {
        var everything = new AuditResult("x", 1, 1, [.. AuditRules.All.Select(rule => new AuditFinding(rule, "public.t", "message", new SourcePosition("ci-anon.yml", 1, 1)))]);
        var damaged = JsonNode.Parse(Write(Results))!;
        damaged["runs"]![0]!["results"]![0]!["level"] = "terrible";
        Assert.Equal(["valid", "valid", "valid", "enum /runs/0/results/0/level"],
            Validate(Write(Results), Write([]), Encoding.UTF8.GetString(AuditSarif.Write(everything, "/")), damaged.ToJsonString()));
    }

    [Fact]
    public void Results_stand_on_lines_of_files_relative_to_the_repository()
    {
        var location = First(Results[0])["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("sub%20dir/ci-anon.yml", location["artifactLocation"]!["uri"]!.GetValue<string>());
        Assert.Equal((12, 7), (location["region"]!["startLine"]!.GetValue<int>(), location["region"]!["startColumn"]!.GetValue<int>()));

        var elsewhere = First(Results[0] with { Position = new SourcePosition("/etc/secret-place/ci-anon.yml", 1, 1) });
        Assert.Equal("ci-anon.yml", elsewhere["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>());
    }

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_differ_by_rule_and_subject()
    {
        var moved = Results[0] with { Position = new SourcePosition("ci-anon.yml", 99, 1), Message = "other words" };
        Assert.Equal(Fingerprint(Results[0]), Fingerprint(moved));
        Assert.NotEqual(Fingerprint(Results[0]), Fingerprint(Results[0] with { Subject = "public.t.d" }));
        Assert.NotEqual(Fingerprint(Results[0]), Fingerprint(Results[0] with { RuleId = "a-rule" }));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_that_isnt_its_id()
    {
        SarifRule[] rules = [.. AuditRules.All.Select(rule => new SarifRule(rule.Id, rule.Title, rule.Help, rule.Severity)),
            .. DiagnosticCodes.All.Select(code => new SarifRule(code.Id, code.Title, code.Help, code.Severity))];
        Assert.All(rules, rule => Assert.Matches("^[A-Z][A-Za-z0-9]+$", rule.Name));
        Assert.DoesNotContain(rules, rule => string.Equals(rule.Name, rule.Id, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("ColumnWithoutADecision", rules.Single(rule => rule.Id == "undecided-column").Name);
        Assert.Equal("ArtefactIsntWhatWasProven", rules.Single(rule => rule.Id == DiagnosticCodes.ArtifactChanged.Id).Name);
    }

    [Fact]
    public void The_tool_says_where_it_is_at_home() =>
        Assert.Equal("https://github.com/org/ci-anon", (string?)JsonNode.Parse(Write([]))!["runs"]![0]!["tool"]!["driver"]!["informationUri"]);

    [Fact]
    public void Findings_on_one_line_stay_apart_by_the_fingerprint_that_GitHub_reads()
    {
        var line = new SourcePosition("ci-anon.yml", 12, 7);
        SarifResult[] results = [.. new[] { "public.t.a", "public.t.b", "public.t.b" }.Select(subject => new SarifResult("a-rule", Severity.Error, "is wrong", subject, line))];
        string[] hashes = [.. JsonNode.Parse(Write(results))!["runs"]![0]!["results"]!.AsArray().Select(result => (string)result!["partialFingerprints"]!["primaryLocationLineHash"]!)];
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{16}:[12]$", hash));
        Assert.Equal(hashes[1][..16], hashes[2][..16]);
    }

    private static string Fingerprint(SarifResult result) => First(result)["partialFingerprints"]!["ciAnonFinding/v1"]!.GetValue<string>();

    private static JsonNode First(SarifResult result) => JsonNode.Parse(Write([result]))!["runs"]![0]!["results"]![0]!;

    private static string Write(IReadOnlyList<SarifResult> results) => Encoding.UTF8.GetString(SarifWriter.Write(Rules, results, "/srv/repository"));

    private static string[] Validate(params string[] documents)
    {
        const string Script = """
            const [schema, ...documents] = process.argv.slice(1);
            const fs = require('fs');
            // The schema has a pattern that only the older regular expressions take.
            const ajv = new (require('ajv').default)({ strict: false, allErrors: true, unicodeRegExp: false });
            require('ajv-formats').default(ajv);
            const validate = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
            for (const document of documents) console.log(validate(JSON.parse(document)) ? 'valid' : validate.errors.map(error => error.keyword + ' ' + error.instancePath).join(', '));
            """;
        var schema = Path.Combine(NpmPackage.Modules("schemastore", "0.2.2"), "schemastore", "schemas", "json", "sarif-2.1.0.json");
        return NpmPackage.Node(NpmPackage.Modules("ajv-formats", "3"), Script, [schema, .. documents]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
