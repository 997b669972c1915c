using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;

namespace CiAnon.Tests.Publishing;

/// <summary>While a run goes on, nothing under its names passes for its result.</summary>
public sealed class PreviousArtefactTests : IDisposable
{
    private static readonly byte[] Running = ReportJson.Write(new RunningReport { Tool = new ToolSection("ci-anon", "0.1.0"), StartedAt = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero) });

    private readonly string _folder = Directory.CreateTempSubdirectory("previous-artefact-").FullName;

    private PreviousArtefact Previous => new(In("out.report.json"), [In("out"), In("out.html")]);

    [Fact]
    public void It_stands_aside_and_the_report_says_running_from_the_first_second()
    {
        Write(("out", "old"), ("out.report.json", "{}"), ("out.html", "old"));
        Previous.SetAside(Running);
        Assert.Equal(["out.html.previous.partial", "out.previous.partial", "out.report.json", "out.report.json.previous.partial"], Names());
        Assert.Contains("\"status\": \"running\"", File.ReadAllText(In("out.report.json")), StringComparison.Ordinal);
        Assert.Contains("\"startedAt\": \"2026-11-28T12:00:00+00:00\"", File.ReadAllText(In("out.report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_lies_nothing_is_written()
    {
        Previous.SetAside(Running);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_dump_without_a_report_is_no_result_either()
    {
        Write(("out", "old"));
        Previous.SetAside(Running);
        Assert.Equal(["out.previous.partial", "out.report.json"], Names());
        Previous.PutBack();
        Assert.Equal(["out"], Names());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_comes_back_whole_when_the_run_fails(bool afterAKilledRun)
    {
        Write(("out", "old"), ("out.report.json", "{}"), ("out.html", "old"));
        if (afterAKilledRun)
        {
            Previous.SetAside(Running);
            // Killed between the dump's move and the report's.
            Write(("out", "unvouched"), ("out.html", "unvouched"));
        }
        Previous.SetAside(Running);
        Write(("out", "half done"));
        Previous.PutBack();
        Assert.Equal(["out", "out.html", "out.report.json"], Names());
        Assert.Equal(("old", "old", "{}"), (File.ReadAllText(In("out")), File.ReadAllText(In("out.html")), File.ReadAllText(In("out.report.json"))));
        Previous.PutBack();
        Assert.Equal(3, Names().Length);
    }

    [Fact]
    public void It_goes_when_the_run_publishes_and_what_was_killed_while_it_went_is_no_earlier_artefact()
    {
        Write(("out", "old"), ("out.report.json", "{}"));
        Previous.SetAside(Running);
        Write(("out", "new"), ("out.report.json", "{ \"status\": \"passed\" }"));
        Previous.SetAside(Running);
        Previous.PutBack();
        Assert.Equal("new", File.ReadAllText(In("out")));
        Previous.Forget();
        Assert.Equal(["out", "out.report.json"], Names());
    }

    [Fact]
    public void A_report_that_says_running_is_refused_by_name_and_the_last_that_ended_is_found_beside_it()
    {
        Write(("out.report.json", Encoding.UTF8.GetString(ReportJson.Write(Reporting.ReportSamples.Passed()))));
        Previous.SetAside(Running);
        var refusal = Assert.Throws<CiAnonException>(() => ReportFile.Read(In("out.report.json")));
        Assert.Equal("CIANON5404", Assert.Single(refusal.Diagnostics).Code.Id);
        Assert.Contains("says running: the run that began at 2026-11-28 12:00:00 UTC", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ReportStatus.Passed, ReportFile.Read(PreviousArtefact.Finished(In("out.report.json"))).Status);
        Previous.PutBack();
        Assert.Equal(In("out.report.json"), PreviousArtefact.Finished(In("out.report.json")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) File.WriteAllText(In(name), text);
    }

    private string In(string name) => Path.Combine(_folder, name);

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
