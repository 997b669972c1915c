using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.Outside;
using CiAnon.Stages.Batches;
using CiAnon.Strategies;

namespace CiAnon.Tests.Stages.Batches;

[UnsupportedOSPlatform("windows")]
public class CommandBatchTests
{
    private static readonly string[] Names = ["Anna \"x\"\\", "Jürgen 🙂", "tab\there"];

    [Fact]
    public void Every_row_gets_the_answer_in_its_place()
    {
        // The line that it reads, as a JSON text.
        var answers = Answers("sed -e 's/\\\\/\\\\\\\\/g' -e 's/\"/\\\\\"/g' -e 's/.*/\"&\"/'");
        Assert.Equal(Names, answers.Select(answer => JsonDocument.Parse(answer!).RootElement.GetProperty("value").GetString()));
        Assert.Equal(["1", "2", null], answers.Select(answer => JsonDocument.Parse(answer!).RootElement.GetProperty("row").GetProperty("id").GetString()));
    }

    [Fact]
    public void Null_is_NULL_and_escapes_are_read() => Assert.Equal([null, "ä\n", ""], Answers("cat >/dev/null; printf 'null\\n \"\\\\u00e4\\\\n\" \\r\\n\"\"'"));

    [Fact]
    public void A_program_of_CSV_gets_a_header_and_gives_one()
    {
        Assert.Equal(Names, Answers("sed -E -e 's/(.*),(id|[0-9]*)$/\\1/'", format: new CsvRecords()));
        Assert.Equal(["x", null, ""], Answers("cat >/dev/null; printf 'value\\nx\\n\\n\"\"\\n'", format: new CsvRecords()));
        Assert.Contains("header 'value'", Assert.Throws<CiAnonException>(() => Answers("cat >/dev/null; printf 'x\\nx\\nx\\n'", format: new CsvRecords())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_our_environment_is_handed_on()
    {
        Environment.SetEnvironmentVariable("CIANON_TEST_SECRET", "Canary");
        Assert.Equal(Enumerable.Repeat("none C.UTF-8", 3), Answers("sed \"s/.*/\\\"${CIANON_TEST_SECRET:-none} $LC_ALL\\\"/\""));
    }

    [Theory]
    [InlineData("cat >/dev/null; exit 3", "ended with 3")]
    [InlineData("exit 3", "ended with 3")]
    [InlineData("kill -9 $$", "ended with 137")]
    [InlineData("head -n 1 | sed 's/.*/\"x\"/'", "gave 1 answer for 3 rows")]
    [InlineData("cat >/dev/null", "gave 0 answers for 3 rows")]
    [InlineData("sed 'p' | sed 's/.*/\"x\"/'", "gave more answers than the 3")]
    [InlineData("cat", "for row 7 that is neither a JSON text nor null")]
    [InlineData("sed 's/.*/\"x\" \"y\"/'", "neither a JSON text nor null")]
    [InlineData("sed 's/.*/12/'", "neither a JSON text nor null")]
    [InlineData("sed 's/.*/\"\\\\ud800\"/'", "neither a JSON text nor null")]
    [InlineData("sed 's/.*//'", "neither a JSON text nor null")]
    [InlineData("cat >/dev/null; echo Canary Anna >&2; exit 1", "12 bytes that it wrote to standard error aren't shown")]
    [InlineData("sleep 100", "took longer")]
    [InlineData("sleep 5 & cat >/dev/null", "took longer")]
    [InlineData("yes '\"Canary\"'", "wrote far more")]
    public void What_a_program_does_wrong_stops_the_run_and_is_not_quoted(string script, string problem)
    {
        var failure = Assert.Throws<CiAnonException>(() => Answers(script, script.Contains("sleep", StringComparison.Ordinal) ? 1 : 60));
        Assert.Equal("CIANON5007", failure.Diagnostics[0].Code.Id);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("public.t.a: the program ", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_waits_for_no_program()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Throws<OperationCanceledException>(() => Answers("sleep 100", 1000, cancellation));
    }

    [Fact]
    public void A_program_is_found_beside_the_policy_or_on_the_search_path()
    {
        var folder = Directory.CreateTempSubdirectory("ci-anon-program-");
        var path = Path.Combine(folder.FullName, "mask");
        File.WriteAllText(path, "#!/bin/sh\n");
        Assert.Null(TeamProgram.Find(["./mask"], folder.FullName, null));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.NotNull(TeamProgram.Find(["./mask"], folder.FullName, null));
        Assert.NotNull(TeamProgram.Find(["mask"], "/", $"/nowhere:{folder.FullName}"));
        Assert.Null(TeamProgram.Find(["mask"], folder.FullName, "/nowhere:."));
        folder.Delete(recursive: true);
    }

    private static List<string?> Answers(string script, int timeout = 60, CancellationTokenSource? source = null, IQuestionFormat? format = null)
    {
        var program = TeamProgram.Find(["/bin/sh", "-c", script], "/", Environment.GetEnvironmentVariable("PATH"))!;
        using var batch = new CommandBatch(new BatchColumn("public.t", "a", 1, null), [("id", 0)], format ?? new JsonLines(), program, TimeSpan.FromSeconds(timeout), source?.Token ?? TestContext.Current.CancellationToken);
        for (var row = 0; row < Names.Length; row++) batch.Ask(row + 7, new TextRow([row == 2 ? null : $"{row + 1}", Names[row]]));
        batch.Answer();
        var output = new MaskOutput();
        return [.. Names.Select(_ =>
        {
            output.Clear();
            return batch.Next(output) ? Encoding.UTF8.GetString(output.Written) : null;
        })];
    }

    private sealed class TextRow(string?[] fields) : Row
    {
        public override ReadOnlySpan<byte> this[int field] => Encoding.UTF8.GetBytes(fields[field] ?? "");

        public override bool IsNull(int field) => fields[field] is null;
    }
}
