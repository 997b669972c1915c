using CiAnon.Diagnostics;
using CiAnon.Sandboxes.Live;
using Npgsql;

namespace CiAnon.Sandboxes.Lent;

/// <summary>Why a server must not be a sandbox: it looks like production, keeps what it is told, or can't do what a sandbox must.</summary>
/// <param name="Summary">What it refuses, as the docs say it.</param>
/// <param name="Sql">Is true where it refuses the server.</param>
/// <param name="Why">As a message says it.</param>
internal sealed record LentRule(string Summary, string Sql, string Why)
{
    private const string Words = "'(^|[^a-z])(prod|prd|production|live)([^a-z]|$)'";

    public static IReadOnlyList<LentRule> All { get; } =
    [
        new("The user is no superuser.", "NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)", "its user is no superuser, as a CI service's is"),
        new("One of its databases has one of the words prod, prd, production or live in its name.",
            $"EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname ~* {Words})", "one of its databases has a name that says production"),
        new("It archives its log, or others read it: a copy of the rows would stay.",
            "current_setting('archive_mode') <> 'off' OR EXISTS (SELECT FROM pg_catalog.pg_stat_replication) OR EXISTS (SELECT FROM pg_catalog.pg_replication_slots)",
            "its log is archived or replicated"),
        new("It has counted more than 4 billion transactions: no server for one job has.",
            "pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::numeric >= 4294967296", "it has seen more transactions than a server for one job"),
    ];

    /// <exception cref="CiAnonException">CIANON4040: it looks like production. CIANON4112: another rule refuses it.</exception>
    public static void Require(LiveAddress address, NpgsqlConnection connection)
    {
        TargetRule.Require(address, Facts(connection), hosts: []);
        if (All.FirstOrDefault(rule => (bool)LiveConnection.Execute(connection, $"SELECT {rule.Sql}")!) is { } refused)
            throw new CiAnonException(DiagnosticCodes.LentServerRefused, $"{address.Variable}: {refused.Why}. {DiagnosticCodes.LentServerRefused.Help}");
    }

    private static TargetFacts Facts(NpgsqlConnection connection) => new(
        connection.Host ?? "", connection.Database,
        LiveConnection.Query(connection, $"SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = '{TargetRule.Marker}'",
            row => row.GetString(0)),
        (bool)LiveConnection.Execute(connection, "SELECT pg_catalog.pg_is_in_recovery()")!, connection.PostgreSqlVersion.Major);
}
