using System.Text.Json;
using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;
using CiAnon.PostgresTests.Runs;

namespace CiAnon.PostgresTests.Live;

/// <summary>The page that teams know of Confiture's sync, command by command, with its own files: those of <c>samples/sync</c>, but for hosts.</summary>
public sealed class SyncPageTests : IDisposable
{
    private const string Schema = """
        CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE NOT NULL, phone text, ssn text, first_name text, last_name text, created_at timestamptz NOT NULL);
        INSERT INTO users (email, phone, ssn, first_name, last_name, created_at)
            SELECT 'canary' || i || '@private.test', '+1-555-' || lpad(i::text, 3, '0') || '-4567', lpad(i::text, 3, '0') || '-45-6789', 'Canaryann', 'Canaryson', now() - (i % 20) * interval '1 month'
            FROM generate_series(1, 400) i;
        CREATE TABLE products (id int PRIMARY KEY, name text, price numeric);
        INSERT INTO products SELECT i, 'Teapot no. ' || i, i FROM generate_series(1, 50) i;
        CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users, billing_address text, shipping_address text);
        INSERT INTO orders SELECT i, i, i || ' Canary St, Springfield, CA 94102', i || ' Canary Ave, Springfield, CA 94102' FROM generate_series(1, 400) i;
        CREATE TABLE order_items (order_id int REFERENCES orders, product_id int REFERENCES products, quantity int);
        INSERT INTO order_items SELECT i, 1 + i % 50, 2 FROM generate_series(1, 400) i;
        CREATE TABLE audit_logs (id int PRIMARY KEY, line text);
        INSERT INTO audit_logs SELECT i, 'canary' || i || '@private.test logged in' FROM generate_series(1, 100) i;
        CREATE TABLE session_data (id int PRIMARY KEY, payload text);
        INSERT INTO session_data VALUES (1, 'canary');
        """;

    private readonly TestCluster _production;
    private readonly TestCluster _staging;
    private readonly Scene _scene = new();
    private readonly string _database;
    private readonly string _environments;
    private readonly string _policy;

    public SyncPageTests(TestCluster cluster)
    {
        _production = cluster;
        _staging = TestCluster.Start(cluster.Tools);
        _database = cluster.CreateDatabase(Schema);
        _environments = _scene.Folder("environments");
        _policy = _scene.Write("anonymization_config.yaml", File.ReadAllText(Sample("anonymization_config.yaml")));
        WriteEnvironment("production", "ecommerce_prod", _production.Host, _database);
        WriteEnvironment("staging", "ecommerce_staging", _staging.Host, "ecommerce_staging");
        _scene.With("PROD_DB_PASSWORD", "canary-secret").With("STAGING_DB_PASSWORD", "canary-secret").With("LOCAL_DB_PASSWORD", "canary-secret").With("USER", "somebody");
    }

    [Fact]
    public void The_walk_through_of_a_sync_is_as_its_page_says()
    {
        // Pre-sync checks: no missing rules, and what would happen.
        var written = File.ReadAllText(_policy);
        File.WriteAllText(_policy, written.Replace("      - column: name\n        strategy: preserve\n", "", StringComparison.Ordinal));
        var missing = Sync("--dry-run", "--anonymize");
        Assert.Equal(2, missing.Exit);
        Assert.Contains("public.products has columns without a decision: name (text)", missing.Line(DiagnosticCodes.Undecided), StringComparison.Ordinal);
        File.WriteAllText(_policy, written);
        var report = Sync("--dry-run", "--anonymize", "--verbose");
        Assert.True(report.Exit == 0, report.Error);
        Assert.Contains("PII Columns Detected: 7\n", report.Out, StringComparison.Ordinal);
        Assert.Matches("\n  public.users.email +-> email strategy\n", report.Out);
        Assert.Contains("\nEstimated Sync Time: about 1 minute", report.Out, StringComparison.Ordinal);
        Assert.Contains("  - 3 foreign key constraints will be created, and so checked, after the rows; none is disabled\n", report.Out, StringComparison.Ordinal);
        Assert.Contains("public.products.name", report.Out, StringComparison.Ordinal);

        // The sync, its progress, and its line in the audit log.
        var log = Path.Combine(_scene.Root, "sync-audit.log");
        var done = Sync("--anonymize", "--verify", "--audit-log", log, "--progress", "plain");
        Assert.True(done.Exit == 0, done.Error);
        Assert.Matches(@"anonymize  public\.users: 400 rows, [0-9.]+ [kM]?B, masked", done.Error);
        Assert.Matches(@"backup     ecommerce_staging_ci_anon_new: [0-9 ]+ rows, [0-9.]+ MB", done.Error);
        Assert.StartsWith("synced: production to staging, 6 tables, ", done.Out, StringComparison.Ordinal);
        var entry = JsonDocument.Parse(File.ReadAllText(log)).RootElement;
        Assert.Equal(["timestamp", "operation", "source", "target", "user", "anonymization_enabled", "tables_synced", "rows_copied", "pii_columns_anonymized", "verification_passed", "duration_seconds"],
            entry.EnumerateObject().Take(11).Select(field => field.Name));
        Assert.Equal(("sync", "production", "staging", "somebody"), (Text(entry, "operation"), Text(entry, "source"), Text(entry, "target"), Text(entry, "user")));
        Assert.Equal((true, true, 6, 7), (entry.GetProperty("anonymization_enabled").GetBoolean(), entry.GetProperty("verification_passed").GetBoolean(),
            entry.GetProperty("tables_synced").GetInt32(), entry.GetProperty("pii_columns_anonymized").GetInt32()));

        // The page's own checks: all return 0, and there is something that they looked at.
        Assert.Equal("0", Staging("SELECT count(*) FROM users WHERE email NOT LIKE '%@anon.local'"));
        Assert.Equal("0", Staging("SELECT count(*) FROM users WHERE phone ~ '^[0-9]{3}-[0-9]{3}-[0-9]{4}$'"));
        Assert.Equal("0", Staging("SELECT count(*) FROM users WHERE ssn ~ '^[0-9]{3}-[0-9]{2}-[0-9]{4}$'"));
        Assert.Equal("0", Staging("SELECT count(*) FROM orders o LEFT JOIN users u ON o.user_id = u.id WHERE u.id IS NULL"));
        Assert.Equal("0|0", Staging("SELECT (SELECT count(*) FROM audit_logs), (SELECT count(*) FROM session_data)"));
        // A tenth month in twenty is within the year, and of these every other user stays.
        Assert.InRange(int.Parse(Staging("SELECT count(*) FROM users"), System.Globalization.CultureInfo.InvariantCulture), 60, 180);
        Assert.Equal("t|50", Staging("SELECT (SELECT count(*) FROM orders) = (SELECT count(*) FROM users), (SELECT count(*) FROM products)"));
        _scene.AssertNothingLeft();
    }

    [Fact]
    [Trait("When", "nightly")]
    public void Troubles_of_the_page_end_as_it_says()
    {
        // A column that came since the configuration was written.
        _production.Execute(_database, "ALTER TABLE users ADD backup_email text");
        Assert.Contains("public.users has columns without a decision: backup_email (text)", Sync("--anonymize").Line(DiagnosticCodes.Undecided), StringComparison.Ordinal);
        File.WriteAllText(_policy, File.ReadAllText(_policy).Replace("      - column: phone\n", "      - column: backup_email\n        strategy: email\n        seed: 12345\n\n      - column: phone\n", StringComparison.Ordinal));

        // Through a tunnel, with nothing to resume and by force.
        WriteEnvironment("production", "ecommerce_prod", "prod-db.example.com", _database);
        using var tunnel = new CuttingProxy(_production);
        string[] through = ["--source-host", "127.0.0.1", "--source-port", $"{tunnel.Port}"];
        Assert.Equal(DiagnosticCodes.LiveUnreachable.Id, Code(Sync("--resume", "--source-host", "127.0.0.1", "--source-port", "1")));
        var resumed = Sync(["--resume", .. through]);
        Assert.True(resumed.Exit == 0, resumed.Error);
        Assert.Equal(0, Sync(["--force", "--anonymize", .. through]).Exit);

        // One step further down.
        using var local = TestCluster.Start(_production.Tools);
        WriteEnvironment("local", "ecommerce_local", local.Host, "ecommerce_local");
        var down = _scene.Run("sync", "staging-to-local", "--anonymize", "--environments", _environments, "--policy", _policy, "--work-dir", _scene.Work);
        Assert.True(down.Exit == 0, down.Error);
        Assert.Equal("0", local.Query("ecommerce_local", "SELECT count(*) FROM users WHERE email NOT LIKE '%@anon.local'"));
    }

    public void Dispose()
    {
        _scene.Dispose();
        _staging.Dispose();
    }

    private static string Sample(string name) => Repository.File(Path.Combine("samples", "sync", name));

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    private static string Code(CommandResult result) => DiagnosticCodes.All.Single(code => result.Error.Contains($": error {code.Id}: ", StringComparison.Ordinal)).Id;

    private string Staging(string query) => _staging.Query("ecommerce_staging", query);

    // A Unix socket has no TLS.
    private void WriteEnvironment(string name, string database, string host, string realDatabase)
    {
        var lines = File.ReadAllLines(Sample(Path.Combine("db", "environments", name + ".yaml"))).Where(line => !line.StartsWith("ssl_", StringComparison.Ordinal))
            .Select(line => line.StartsWith("host: ", StringComparison.Ordinal) ? $"host: {host}" : line.Replace($"database: {database}", $"database: {realDatabase}", StringComparison.Ordinal))
            .Select(line => line.Replace("user: sync_user", "user: postgres", StringComparison.Ordinal));
        File.WriteAllLines(Path.Combine(_environments, name + ".yaml"), lines);
    }

    private CommandResult Sync(params string[] more) => _scene.Run(
        ["sync", "production-to-staging", "--environments", _environments, "--policy", _policy, "--work-dir", _scene.Work, .. more]);
}
