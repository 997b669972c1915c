using CiAnon.Cli;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Runs.Policies;

/// <summary>Rules that ship with the tool, under the team's own.</summary>
public sealed class PresetRunTests(TestCluster cluster) : IDisposable
{
    private const string Schema = """
        CREATE TABLE auth_user (id int PRIMARY KEY, password varchar(128) NOT NULL, last_login timestamptz, is_superuser boolean NOT NULL, username varchar(150) UNIQUE NOT NULL,
            first_name varchar(150) NOT NULL, last_name varchar(150) NOT NULL, email varchar(254) NOT NULL, is_staff boolean NOT NULL, is_active boolean NOT NULL, date_joined timestamptz NOT NULL);
        CREATE TABLE django_session (session_key varchar(40) PRIMARY KEY, session_data text NOT NULL, expire_date timestamptz NOT NULL);
        CREATE TABLE authtoken_token (key varchar(40) PRIMARY KEY, created timestamptz NOT NULL, user_id int NOT NULL REFERENCES auth_user);
        CREATE TABLE tickets (id int PRIMARY KEY, body text);
        INSERT INTO auth_user SELECT i, 'pbkdf2_sha256$600000$salt$' || repeat('A', 43) || '=', now(), false, 'canaria' || i, 'Canaria' || i, 'Canarius' || i, 'canaria' || i || '@canary-mail.de', false, true, now() FROM generate_series(1, 50) i;
        INSERT INTO django_session SELECT md5(i::text), 'canaria' || i, now() FROM generate_series(1, 50) i;
        INSERT INTO authtoken_token SELECT md5('t' || i), now(), i FROM generate_series(1, 50) i;
        INSERT INTO tickets SELECT i, 'seen' FROM generate_series(1, 50) i;
        """;

    private readonly RunFolder _folder = new();

    [Fact]
    public void A_preset_decides_where_the_team_does_not_and_report_and_audit_know_its_version()
    {
        var dump = _folder.DumpOf(cluster, cluster.CreateDatabase(Schema), "-Fc");
        var policy = _folder.Policy("preset: [django, keycloak]\ncolumns: { last_name: last_name }\ntables: { auth_user: { columns: { first_name: redact } }, authtoken_token: { columns: { key: token } }, tickets: { columns: { body: text } } }\n");

        var (exit, plan) = Command("plan", dump, "--policy", policy);
        Assert.True(exit == 0, plan);
        Assert.Contains("preset django", Line(plan, "auth_user.email"), StringComparison.Ordinal);
        Assert.Contains("mask: email", Line(plan, "auth_user.email"), StringComparison.Ordinal);
        Assert.Contains("mask: redact", Line(plan, "auth_user.first_name"), StringComparison.Ordinal);
        Assert.Contains("rule for columns last_name", Line(plan, "auth_user.last_name"), StringComparison.Ordinal);

        (exit, var error) = Command("anonymize", dump, "--policy", policy, "-o", _folder.Output);
        Assert.True(exit == 0, error);
        var report = ReportJson.Read(File.ReadAllBytes(_folder.Report))!;
        Assert.Equal(["django", "keycloak"], report.Policy.Presets.Select(preset => preset.Name));
        Assert.StartsWith("preset django", report.Tables.Single(table => table.Name == "auth_user").Columns.Single(column => column.Name == "email").Reason, StringComparison.Ordinal);

        var restored = cluster.CreateDatabase();
        cluster.Restore(_folder.Output, restored);
        // The team names one of the two tables that a preset empties, and by that has its rows.
        Assert.Equal("0|50|50", cluster.Query(restored, "SELECT (SELECT count(*) FROM django_session), (SELECT count(*) FROM authtoken_token), (SELECT count(DISTINCT username) FROM auth_user)").Trim());
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM auth_user WHERE auth_user::text ILIKE '%canar%'").Trim());

        var older = _folder.In("older.json");
        File.WriteAllText(older, File.ReadAllText(_folder.Report).Replace(report.Policy.Presets[0].Sha256, new string('0', 64), StringComparison.Ordinal));
        (_, var audit) = Command("audit", dump, "--policy", policy, "--baseline", older);
        Assert.Contains("preset django was version 1, 0000", audit, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Line(string text, string column) => text.Split('\n').Single(line => line.StartsWith($"public.{column} ", StringComparison.Ordinal));

    private static (int Exit, string Output) Command(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = CommandLine.Run(arguments, new Session(output, output, TestEnvironment.Shared, IsTerminal: false, CancellationToken.None));
        return (exit, output.ToString());
    }
}
