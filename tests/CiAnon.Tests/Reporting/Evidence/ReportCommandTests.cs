using System.Diagnostics;
using CiAnon.Cli;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections;
using CiAnon.Reporting.Sections.Checks;

namespace CiAnon.Tests.Reporting.Evidence;

/// <summary>report --verify through the command line; sha256sum says what the digests are.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-command-").FullName;
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public static TheoryData<string> Damages => ["byte", "longer", "status", "check", "errors", "control", "output", "schema", "missing"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_report_and_its_dump_belong_together(bool isFolder)
    {
        Publish(isFolder);
        Assert.Equal(0, Run("report", In("anon.report.json"), "--format", "intoto", "--output", In("anon.intoto.json")));
        Assert.Equal(0, Run("report", In("anon.report.json"), "--verify", "--statement", In("anon.intoto.json")));
        Assert.Equal(["report", "status", "artefact", "statement"], _out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(words => words[0] == "ok" ? words[1] : "not ok"));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Whatever_is_changed_is_seen(string damage)
    {
        Publish(isFolder: false, report => damage switch
        {
            "status" => report with { Status = ReportStatus.Failed },
            "check" => report with { Checks = [report.Checks[0] with { Status = "failed" }, .. report.Checks.Skip(1)] },
            "errors" => report with { Errors = [new ErrorSection("CIANON5002", "x", null, null, null)] },
            "control" => report with { Checks = [report.Checks[0] with { Control = new ControlSection(3, 2) }] },
            "output" => report with { Output = null },
            "schema" => report with { Schema = "urn:ci-anon:report:2" },
            _ => report,
        });
        if (damage == "byte") File.WriteAllText(In("anon"), "dumP");
        if (damage == "longer") File.AppendAllText(In("anon"), "x");
        if (damage == "missing") File.Delete(In("anon"));
        Assert.Equal(1, Run("report", In("anon.report.json"), "--verify"));
        Assert.Contains("CIANON5402", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop.anon", "other")]
    [InlineData("Statement/v1", "Statement/v0.1")]
    [InlineData("urn:ci-anon:report:1\",\n  \"predicate\"", "urn:x\",\n  \"predicate\"")]
    [InlineData("\"rowsIn\": 50000", "\"rowsIn\": 50001")]
    [InlineData("{", "[")]
    public void A_statement_about_something_else_is_refused(string text, string other)
    {
        Publish(isFolder: false, report => report with { Output = report.Output! with { Name = "shop.anon" } }, name: "shop.anon");
        Assert.Equal(0, Run("report", In("shop.anon.report.json"), "--format", "intoto", "-o", In("statement")));
        var statement = File.ReadAllText(In("statement"));
        Assert.Contains(text, statement, StringComparison.Ordinal);
        File.WriteAllText(In("statement"), statement.Replace(text, other, StringComparison.Ordinal));
        Assert.Equal(1, Run("report", In("shop.anon.report.json"), "--verify", "--statement", In("statement")));
        Assert.Matches("error CIANON5402: statement: it", _error.ToString());
    }

    [Fact]
    public void A_file_that_is_added_to_a_folder_is_seen()
    {
        Publish(isFolder: true);
        File.WriteAllText(In("anon/more.dat"), "more");
        Assert.Equal(1, Run("report", In("anon.report.json"), "--verify"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"status\": \"passed\", \"secret\": \"canary\" }")]
    [InlineData("canary")]
    public void What_is_no_report_is_not_quoted(string text)
    {
        File.WriteAllText(In("report.json"), text);
        Assert.Equal(2, Run("report", In("report.json"), "--format", "html"));
        Assert.Contains("CIANON5401", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canary")]
    [InlineData("{}")]
    [InlineData(null)]
    public void What_cannot_be_read_proves_nothing(string? text)
    {
        if (text is not null) File.WriteAllText(In("report.json"), text);
        Assert.Equal(1, Run("report", In("report.json"), "--verify"));
        Assert.Contains("error CIANON5402: report: ", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_is_missing_proves_nothing()
    {
        Publish(isFolder: false);
        Assert.Equal(1, Run("report", In("anon.report.json"), "--verify", "--statement", In("nowhere")));
        Assert.Contains("error CIANON5402: statement: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_run_has_no_statement_and_all_other_formats()
    {
        File.WriteAllBytes(In("report.json"), ReportJson.Write(ReportSamples.Failed()));
        Assert.All(ReportFormat.All, format => Assert.Equal(format.NeedsOutput ? 1 : 0, Run("report", In("report.json"), "--format", format.Name)));
    }

    [Fact]
    public void It_either_renders_or_verifies() =>
        Assert.Equal((2, 2, 2), (Run("report", "x"), Run("report", "x", "--verify", "--format", "html"), Run("report", "x", "--output", "y")));

    [Theory]
    [InlineData("passed")]
    [InlineData("failed")]
    public void Without_options_it_shows_the_report_in_a_few_lines(string status)
    {
        var report = status == "passed" ? ReportSamples.Passed() : ReportSamples.Failed();
        File.WriteAllBytes(In("anon.report.json"), ReportJson.Write(report));
        Assert.Equal(0, Run("report", In("anon.report.json")));
        var lines = _out.ToString().TrimEnd().Split('\n');
        Assert.StartsWith(status + " in ", lines[^1], StringComparison.Ordinal);
        Assert.Contains(report.Input.Name, lines[0], StringComparison.Ordinal);
        Assert.Equal(report.Output is not null, lines.Any(line => line.StartsWith("dump     ", StringComparison.Ordinal)));
        Assert.All(report.Checks.Where(check => check.Status == "failed"), check => Assert.Contains(lines, line => line.StartsWith($"failed   {check.Id}: ", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.DoesNotMatch(@"\p{Cc}", line));
    }

    [Fact]
    public void A_run_that_has_not_ended_is_refused_by_name()
    {
        var started = new DateTimeOffset(2026, 11, 28, 3, 0, 0, TimeSpan.Zero);
        File.WriteAllBytes(In("report.json"), ReportJson.Write(new RunningReport { Tool = new ToolSection("ci-anon", "0.1.0"), StartedAt = started }));
        Assert.Equal((1, 1, 1), (Run("report", In("report.json")), Run("report", In("report.json"), "--format", "html"), Run("report", In("report.json"), "--verify")));
        Assert.Contains("error CIANON5404: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Matches("error CIANON5402: report: .*says running: the run that began at 2026-11-28 03:00:00 UTC", _error.ToString());
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _out.Dispose();
        _error.Dispose();
    }

    private void Publish(bool isFolder, Func<ComplianceReport, ComplianceReport>? change = null, string name = "anon")
    {
        if (isFolder)
        {
            Directory.CreateDirectory(In(name));
            File.WriteAllText(In($"{name}/toc.dat"), "toc");
            File.WriteAllText(In($"{name}/3001.dat"), "rows");
        }
        else
        {
            File.WriteAllText(In(name), "dump");
        }
        var passed = ReportSamples.Passed();
        var report = passed with { Output = passed.Output! with { Name = name, Format = isFolder ? "directory" : "custom", Bytes = isFolder ? 7 : 4, Sha256 = Sha256(In(name)) } };
        File.WriteAllBytes(In($"{name}.report.json"), ReportJson.Write(change?.Invoke(report) ?? report));
    }

    private static string Sha256(string path)
    {
        var script = Directory.Exists(path) ? "cd \"$1\" && LC_ALL=C sha256sum * | sha256sum" : "sha256sum \"$1\"";
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, "sh", path]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output[..64];
    }

    private string In(string name) => Path.Combine(_folder, name);

    private int Run(params string[] arguments) => CommandLine.Run(arguments, new Session(_out, _error, _ => null, IsTerminal: false, CancellationToken.None));
}
