namespace CiAnon.PostgresTests.Runs.Formats;

/// <summary>A server of its own with roles and two databases, what pg_dumpall makes of it, and then the same server with nothing in it.</summary>
public sealed class ClusterFixture : IDisposable
{
    private const string Script = """
        CREATE ROLE shop_owner LOGIN CREATEDB PASSWORD 'invented-secret'; CREATE ROLE "Desk 1" NOLOGIN; CREATE ROLE clerk LOGIN PASSWORD 'another-secret' VALID UNTIL '2040-01-01';
        GRANT "Desk 1" TO clerk; ALTER ROLE shop_owner SET work_mem = '8MB'; COMMENT ON ROLE "Desk 1" IS 'reads';
        CREATE DATABASE shop OWNER shop_owner; ALTER DATABASE shop SET statement_timeout = '5min';
        ALTER ROLE clerk IN DATABASE shop SET work_mem = '9MB'; GRANT CONNECT ON DATABASE shop TO "Desk 1";
        CREATE DATABASE "Odd ""Name"; CREATE DATABASE scratch;
        \connect shop
        CREATE TABLE customers (id int PRIMARY KEY, email text UNIQUE, city text); ALTER TABLE customers OWNER TO shop_owner;
        INSERT INTO customers SELECT i, 'canary' || i || '@private.test', 'town' FROM generate_series(1, 500) i;
        CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers); INSERT INTO orders SELECT i, i FROM generate_series(1, 500) i;
        GRANT SELECT ON customers TO "Desk 1" WITH GRANT OPTION; SET SESSION AUTHORIZATION "Desk 1"; GRANT SELECT ON customers TO clerk; RESET SESSION AUTHORIZATION;
        CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere'); CREATE USER MAPPING FOR public SERVER far OPTIONS (user 'clerk of far');
        ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner GRANT SELECT ON TABLES TO "Desk 1";
        CREATE VIEW cities AS SELECT city FROM customers; ALTER VIEW cities OWNER TO shop_owner;
        \connect "Odd ""Name"
        CREATE TABLE calls (id int PRIMARY KEY, phone text, email text, line text);
        INSERT INTO calls SELECT i, '+1 202-555-01' || to_char(i, 'FM00'), 'canary' || i || '@private.test', E'-- Database "elsewhere" dump\n\\.' FROM generate_series(1, 50) i;
        \connect scratch
        CREATE TABLE notes (note text); INSERT INTO notes VALUES ('canary of nobody');
        """;

    private readonly RunFolder _folder = new();

    // The two that every cluster has are empty, and each takes its time.
    public ClusterFixture() : this(PostgresTools.Installed, "--exclude-database=postgres", "--exclude-database=template1")
    {
    }

    private ClusterFixture(PostgresTools tools, params string[] options)
    {
        Server = TestCluster.Start(tools);
        Dump = _folder.In("cluster.sql");
        try
        {
            Server.Execute("postgres", Script);
            TestProcess.Run(tools.Program("pg_dumpall"), ["-h", Server.Host, "-U", "postgres", "-f", Dump, .. options]);
            TestProcess.Run(tools.Program("pg_dumpall"), ["-h", Server.Host, "-U", "postgres", "--use-set-session-authorization", "-f", DumpOfSessions, .. options]);
            Clear();
        }
        catch
        {
            // Nobody disposes what wasn't made, and its server would stay.
            Dispose();
            throw;
        }
    }

    /// <summary>Of another major; dispose it.</summary>
    public static ClusterFixture Of(PostgresTools tools) => new(tools);

    public TestCluster Server { get; }

    public string Dump { get; }

    /// <summary>The same, and owners are sessions.</summary>
    public string DumpOfSessions => Dump + ".sessions";

    /// <summary>As initdb left it.</summary>
    public void Clear()
    {
        foreach (var database in Server.Query("postgres", "SELECT quote_ident(datname) FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Server.Execute("postgres", $"DROP DATABASE {database}");
        foreach (var role in Server.Query("postgres", "SELECT quote_ident(rolname) FROM pg_roles WHERE oid >= 16384").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Server.Execute("postgres", $"DROP ROLE {role}");
    }

    /// <summary>psql runs a script in the cleared server; what it complains of, apart from the superuser that every cluster has.</summary>
    public string Restore(string script)
    {
        Clear();
        return string.Join('\n', TestProcess.Try(Server.Tools.Program("psql"), ["-h", Server.Host, "-U", "postgres", "-d", "postgres", "-X", "-q", "-f", script]).Errors
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.EndsWith("role \"postgres\" already exists", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        Server.Dispose();
        _folder.Dispose();
    }
}
