using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Reporting;
using CiAnon.Tests.Snapshots;

namespace CiAnon.Tests.Reporting;

public class ReportDocsTests
{
    [Fact]
    public void The_committed_schema_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/schema/report.schema.json", ReportJson.Schema());

    [Fact]
    public void The_docs_page_is_up_to_date() => GeneratedFile.AssertUpToDate("docs/report.md", ReportDocs.Markdown());

    [Fact]
    public void Every_field_is_described()
    {
        var rows = ReportDocs.Markdown().Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.Contains(rows, row => row.StartsWith("| `tables[].columns[].counts.changed` | integer |", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Matches(@"^\| `[^`]+` \| [^|]+ \| [^|]+\. \|$", row));
    }

    [Fact]
    public void A_report_is_read_as_it_was_written()
    {
        var report = SampleReport.Full();
        var read = ReportJson.Read(ReportJson.Write(report));
        Assert.Equal(Encoding.UTF8.GetString(ReportJson.Write(report)), Encoding.UTF8.GetString(ReportJson.Write(read!)));
    }

    [Fact]
    public void A_report_of_another_shape_is_not_read()
    {
        var json = JsonNode.Parse(ReportJson.Write(SampleReport.Full()))!.AsObject();
        json["surprise"] = 1;
        Assert.Throws<System.Text.Json.JsonException>(() => ReportJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }
}
