using CiAnon.Audits.Proposals;
using CiAnon.Cli;
using CiAnon.Diagnostics;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Policies;

/// <summary>Reasons are people's: what a machine proposed is undecided, and no reason lets through what can be nothing else.</summary>
public sealed class UndecidedRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE tickets (id int PRIMARY KEY, category text, note text);
        INSERT INTO tickets SELECT i, (ARRAY['billing', 'delivery', 'other'])[1 + i % 3], 'seen ' || i FROM generate_series(1, 3000) i;
        UPDATE tickets SET category = 'anna.canary@canary-mail.de' WHERE id IN (1234, 2345);
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void Two_addresses_in_a_category_get_out_by_no_reason_and_only_by_an_allowance_that_is_counted()
    {
        var dump = Dump();
        using (var opened = CiAnon.Dumps.Dump.Open(dump))
        {
            var text = StarterPolicy.Make(opened, "ci-anon.yml", null, "en", static _ => null, new DateOnly(2026, 7, 1), CancellationToken.None).Text;
            Assert.DoesNotContain("category: keep", text, StringComparison.Ordinal);
            Assert.DoesNotContain("reason: ", text, StringComparison.Ordinal);
        }

        const string keep = "require_reasons: true\ntables: { tickets: { columns: { note: text }, keep: { category: { reason: three words } } } }\n";
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy(keep)));
        Assert.Equal(ExitCode.CheckFailed, failure.Exit);
        Assert.Contains("public.tickets.category", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_folder.Output));

        var allowed = _folder.Policy(keep + "verify: { allow: [{ object: tickets.category, kind: email, reason: our own mailbox }] }\n");
        var (exit, error) = Command("anonymize", dump, "-o", _folder.Output, "-p", allowed);
        Assert.True(exit == 0, error);
        Assert.Contains("allowed  2 values that look personal, by the policy:\n         public.tickets.category: 2 email\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "GITHUB_ACTIONS", 2)]
    [InlineData("undecided: warn\n", "GITHUB_ACTIONS", 0)]
    [InlineData("undecided: fail\n", "", 2)]
    public void What_was_only_proposed_is_undecided_everywhere_and_stops_a_run_in_ci(string head, string variable, int exit)
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase("CREATE TABLE patients (patient_no text, note text); INSERT INTO patients SELECT 'P' || i, 'seen' FROM generate_series(1, 50) i;"), "-Fc");
        var policy = _folder.Policy(head + "tables: { patients: { columns: { note: text, patient_no: { strategy: keep, proposed: 'no strategy fits; decide what to do with it' } } } }\n");

        var (planned, plan) = Command("plan", dump, "-p", policy, variable);
        Assert.Equal(exit, planned);
        // A plan is shown whatever a run would say to it.
        Assert.Contains("1 of them undecided", plan, StringComparison.Ordinal);
        Assert.Equal(exit != 0, plan.Contains("error CIANON1218", StringComparison.Ordinal));

        var (ended, error) = Command("anonymize", dump, "-o", _folder.Output, "-p", policy, variable);
        Assert.Equal(exit, ended);
        Assert.Contains(exit == 0 ? "warning CIANON1219" : "error CIANON1218", error, StringComparison.Ordinal);
        Assert.Contains("patient_no (line ", error, StringComparison.Ordinal);
        Assert.Equal(exit == 0, File.Exists(_folder.Output));
        if (exit != 0) return;
        Assert.Contains("open     1 undecided column: proposed by a machine, and nobody decided\n         public.patients.patient_no: kept\n", error, StringComparison.Ordinal);
        var columns = ReportJson.Read(File.ReadAllBytes(_folder.Report))!.Tables.Single().Columns;
        Assert.Equal("no strategy fits; decide what to do with it", columns.Single(column => column.Name == "patient_no").Undecided);
        Assert.Null(columns.Single(column => column.Name == "note").Undecided);
    }

    public void Dispose() => _folder.Dispose();

    private string Dump() => _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");

    /// <param name="arguments">The last may name a variable that is "true".</param>
    private static (int Exit, string Error) Command(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var variable = arguments[^1] is "" or "GITHUB_ACTIONS" ? arguments[^1] : null;
        string[] given = [.. variable is null ? arguments : arguments[..^1], "--host", "plain"];
        var exit = CommandLine.Run(given, new Session(output, error,
            name => name == variable ? "true" : TestEnvironment.Shared(name), IsTerminal: false, CancellationToken.None));
        return (exit, output.ToString() + error);
    }
}
