using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Hosts;
using CiAnon.Policies.Language;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Strategies;
using CiAnon.Tests.Policies;

namespace CiAnon.Tests.Reporting;

public sealed class SchemaTests(Ajv ajv) : IClassFixture<Ajv>
{
    [Fact]
    public void Reports_with_every_optional_part_and_with_none_are_valid()
    {
        CiContext?[] hosts =
        [
            null,
            new CiContext("github", "org/repo", "abc", "1", "somebody"),
            new CiContext("azure", null, null, null, null),
            new CiContext("gitlab", "group/project", "abc", "7", null),
        ];
        var documents = hosts.Select(host => Encoding.UTF8.GetString(ReportJson.Write(SampleReport.Full(host))))
            .Append(Encoding.UTF8.GetString(ReportJson.Write(SampleReport.Full() with { Status = ReportStatus.Failed, Output = null, Tables = [], Checks = [], Skipped = [] })));
        Assert.All(ajv.Validate(ReportJson.Schema(), [.. documents]), result => Assert.Equal("valid", result));
    }

    [Fact]
    public void What_stands_in_a_reports_place_while_a_run_goes_on_has_its_own_schema()
    {
        var running = new RunningReport { Tool = new ToolSection("ci-anon", "0.1.0"), StartedAt = DateTimeOffset.UnixEpoch, Ci = new CiSection("azure", null, null, null, null) };
        var schema = JsonNode.Parse(ReportJson.Schema())!["$defs"]!["running"]!.ToJsonString();
        var json = Encoding.UTF8.GetString(ReportJson.Write(running));
        Assert.Equal(["valid", "valid"], ajv.Validate(schema, json, Encoding.UTF8.GetString(ReportJson.Write(running with { Ci = null }))));
        Assert.DoesNotContain("valid", ajv.Validate(ReportJson.Schema(), json));
    }

    [Fact]
    public void Reports_of_another_shape_are_not_valid()
    {
        (Action<JsonObject> Damage, string Error)[] cases =
        [
            (report => report.Remove("status"), "required "),
            (report => report["status"] = "maybe", "enum /status"),
            (report => report["status"] = null, "enum /status"),
            (report => report["surprise"] = 1, "additionalProperties "),
            (report => report["tables"]![0]!["columns"]![0]!["example"] = "x", "additionalProperties /tables/0/columns/0"),
            (report => report["tables"]![0]!["rowsIn"] = "2", "type /tables/0/rowsIn"),
            (report => report["startedAt"] = "yesterday", "format /startedAt"),
            (report => report["retention"]!["until"] = "2026-13-01", "format /retention/until"),
            (report => report["checks"]![0]!.AsObject().Remove("id"), "required /checks/0"),
        ];
        var documents = cases.Select(damaged =>
        {
            var report = JsonNode.Parse(ReportJson.Write(SampleReport.Full()))!.AsObject();
            damaged.Damage(report);
            return report.ToJsonString();
        });
        Assert.Equal(cases.Select(damaged => damaged.Error), ajv.Validate(ReportJson.Schema(), [.. documents]));
    }

    [Fact]
    public void Policies_are_valid_or_not_as_the_reader_says()
    {
        var schema = PolicySchema.Json(StrategyRegistry.All, Locales.All);
        var results = ajv.Validate(schema,
            Json("version: 1"),
            Json("version: 1\ncolumns: { email: email, a: { strategy: noise, range: 90 days } }\ntables: { t: { keep: all }, u: { rows: none } }"),
            Json("version: 2"),
            Json("version: 1\ncolums: {}"),
            Json("version: 1\ncolumns: { a: emial }"));
        Assert.Equal(["valid", "valid"], results.Take(2));
        Assert.All(results.Skip(2), result => Assert.NotEqual("valid", result));
    }

    private static string Json(string yaml) => YamlAsJson.Convert(yaml)!.ToJsonString();
}
