using System.Text;
using System.Text.Json.Nodes;
using CiAnon.Diagnostics;
using CiAnon.Publishing;
using CiAnon.Reporting;
using CiAnon.Reporting.Sections.Checks;
using CiAnon.Tests.Reporting;

namespace CiAnon.Tests.Publishing;

public sealed class AuditLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-log-").FullName;

    private string Log => Path.Combine(_folder, "audit.jsonl");

    /// <summary>The keys of Confiture's audit log, whose readers should find theirs.</summary>
    [Fact]
    public void A_line_has_the_keys_that_other_tools_write()
    {
        string[] known = ["timestamp", "operation", "source", "target", "user", "anonymization_enabled", "tables_synced", "rows_copied", "pii_columns_anonymized", "verification_passed", "duration_seconds"];
        var entry = JsonNode.Parse(AuditLogEntry.From(ReportSamples.Passed(), "shop.anon.dump", "me").ToJson())!.AsObject();
        Assert.Equal(known, entry.Select(pair => pair.Key).Take(known.Length));
        Assert.Equal("2026-11-02T03:15:00Z", (string?)entry["timestamp"]);
        Assert.Equal((5, 247725, 12, true, 221.4, "passed"), ((int)entry["tables_synced"]!, (long)entry["rows_copied"]!, (int)entry["pii_columns_anonymized"]!, (bool)entry["verification_passed"]!, (double)entry["duration_seconds"]!, (string)entry["verdict"]!));
    }

    [Fact]
    public void What_was_let_through_and_what_nobody_decided_on_are_counted()
    {
        var passed = ReportSamples.Passed();
        var allowed = passed with
        {
            Checks = [passed.Checks[0] with { Allowed = [new AllowedSection("public.a.b", "email", 3, "ours", null, null), new AllowedSection("public.a.c", "iban", 2, "ours", null, null)] }, .. passed.Checks.Skip(1)],
            Tables = [passed.Tables[0] with { Columns = [.. passed.Tables[0].Columns.Select(column => column with { Undecided = "look at it" })] }, .. passed.Tables.Skip(1)],
        };
        var others = passed.Checks.Skip(1).SelectMany(check => check.Allowed).Sum(hit => hit.Count);
        Assert.Equal((5 + others, passed.Tables[0].Columns.Count), Counts(allowed));
        Assert.Equal((0, 0), Counts(allowed with { Output = null }));

        static (long Allowed, int Undecided) Counts(ComplianceReport report)
        {
            var entry = JsonNode.Parse(AuditLogEntry.From(report, "a", "me").ToJson())!;
            return ((long)entry["values_allowed"]!, (int)entry["columns_undecided"]!);
        }
    }

    [Fact]
    public void A_failed_run_copied_nothing_and_says_which_check_failed()
    {
        var entry = JsonNode.Parse(AuditLogEntry.From(ReportSamples.Failed(), "shop.anon.dump", "me").ToJson())!.AsObject();
        Assert.Equal((0, false, "failed"), ((long)entry["rows_copied"]!, (bool)entry["verification_passed"]!, (string)entry["verdict"]!));
        Assert.Equal("""["residual","sql"]""", entry["checks_failed"]!.ToJsonString());
        Assert.Equal("""["CIANON5002"]""", entry["errors"]!.ToJsonString());
    }

    [Fact]
    public void A_run_that_stopped_says_how()
    {
        static string? Verdict(Exception reason) => (string?)JsonNode.Parse(AuditLogEntry.Stopped(reason, DateTimeOffset.UtcNow, "a", "b", "me").ToJson())!["verdict"];
        Assert.Equal(("cancelled", "stopped"), (Verdict(new OperationCanceledException()), Verdict(new CiAnonException(DiagnosticCodes.BadKey, "x"))));
    }

    [Fact]
    public void Runs_at_the_same_time_never_mix_their_lines()
    {
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number => AuditLog.Append(Log, Encoding.UTF8.GetBytes($"{{\"run\":{number}}}")));
        Assert.Equal(Enumerable.Range(0, 60), File.ReadAllLines(Log).Select(line => (int)JsonNode.Parse(line)!["run"]!).Order());
    }

    [Fact]
    public void A_torn_line_spoils_no_other()
    {
        File.WriteAllText(Log, "{\"run\":1}\n{\"ru");
        AuditLog.Append(Log, "{\"run\":2}"u8.ToArray());
        Assert.Equal(["{\"run\":1}", "{\"ru", "{\"run\":2}"], File.ReadAllLines(Log));
    }

    [Fact]
    public void A_name_with_a_line_break_stays_on_one_line() =>
        Assert.DoesNotContain((byte)'\n', AuditLogEntry.From(ReportSamples.Nasty("a\nb\u2028c"), "x\ny", "z\nz").ToJson());

    [Fact]
    public void A_log_that_cannot_be_written_is_an_error()
    {
        var failure = Assert.Throws<CiAnonException>(() => AuditLog.Append(_folder, "{}"u8.ToArray()));
        Assert.Equal("CIANON2009", Assert.Single(failure.Diagnostics).Code.Id);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
