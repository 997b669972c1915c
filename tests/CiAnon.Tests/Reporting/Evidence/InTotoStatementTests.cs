using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Dumps;
using CiAnon.Reporting;
using CiAnon.Reporting.Evidence;

namespace CiAnon.Tests.Reporting.Evidence;

/// <summary>The statement's shape is written down from the specification (in-toto attestation framework, Statement v1); Ajv judges.</summary>
public sealed class InTotoStatementTests(Ajv ajv) : IClassFixture<Ajv>
{
    private static readonly FileDigest[] Files = [new("3001.dat.gz", new string('1', 64)), new("toc.dat", new string('2', 64))];

    [Fact]
    public void It_has_the_shape_of_Statement_v1_with_the_report_as_its_predicate()
    {
        var report = JsonNode.Parse(ReportJson.Schema())!.AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("_type", "subject", "predicateType", "predicate"),
            ["properties"] = new JsonObject
            {
                ["_type"] = new JsonObject { ["const"] = "https://in-toto.io/Statement/v1" },
                ["predicateType"] = new JsonObject { ["const"] = "urn:ci-anon:report:1" },
                ["predicate"] = report,
                ["subject"] = JsonNode.Parse("""
                    { "type": "array", "minItems": 1, "uniqueItems": true, "items": {
                      "type": "object", "additionalProperties": false, "required": ["name", "digest"],
                      "properties": {
                        "name": { "type": "string", "minLength": 1 },
                        "digest": { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string", "pattern": "^[0-9a-f]{64}$" } } } } }
                    """),
            },
        };
        var statement = Statement(ReportSamples.Passed());
        var wrong = Statement(ReportSamples.Passed());
        wrong["subject"]![0]!["digest"]!["sha256"] = "ABC";
        Assert.Equal(["valid", "pattern /subject/0/digest/sha256"], ajv.Validate(schema.ToJsonString(), statement.ToJsonString(), wrong.ToJsonString()));
    }

    [Fact]
    public void The_subject_of_a_file_is_its_digest() =>
        Assert.Equal($$$"""[{"name":"shop.anon.dump","digest":{"sha256":"{{{new string('b', 64)}}}"}}]""", Statement(ReportSamples.Passed())["subject"]!.ToJsonString());

    [Fact]
    public void The_subjects_of_a_folder_are_the_folder_and_each_file()
    {
        var passed = ReportSamples.Passed();
        var folder = passed with { Output = passed.Output! with { Format = "directory" } };
        var subjects = JsonNode.Parse(InTotoStatement.Write(folder, Files))!["subject"]!.AsArray();
        Assert.Equal(["shop.anon.dump", "shop.anon.dump/3001.dat.gz", "shop.anon.dump/toc.dat"], subjects.Select(subject => subject!["name"]!.GetValue<string>()));
        Assert.Equal(["dirHash", "sha256", "sha256"], subjects.Select(subject => subject!["digest"]!.AsObject().Single().Key));
    }

    [Fact]
    public void A_failed_run_has_nothing_to_state() => Assert.Throws<ArgumentException>(() => InTotoStatement.Write(ReportSamples.Failed(), []));

    private static JsonObject Statement(ComplianceReport report) => JsonNode.Parse(Encoding.UTF8.GetString(InTotoStatement.Write(report, [])))!.AsObject();
}
