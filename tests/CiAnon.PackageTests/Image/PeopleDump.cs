using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.Image;

/// <summary>Small dumps with canaries in every row.</summary>
internal static class PeopleDump
{
    public const string Canary = "canary";

    public const string Policy = "version: 1\ncolumns: { email: email }\n";

    private const string People = "CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE); INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 500) i;";

    // Quick while it is made, slow from then on: in the sandbox.
    private const string Slow = """
        CREATE FUNCTION slow(text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
        CREATE TABLE people (id int, email text CHECK (slow(email)));
        INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 20000) i;
        CREATE OR REPLACE FUNCTION slow(text) RETURNS bool IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN true; END';
        """;

    /// <param name="script">Run after the rows are in.</param>
    public static void Write(TestCluster cluster, string path, string format = "-Fc", string script = "") => cluster.Dump(cluster.CreateDatabase(People + script), path, format);

    /// <summary>Loading its rows takes a quarter of an hour.</summary>
    public static void WriteSlow(TestCluster cluster, string path) => cluster.Dump(cluster.CreateDatabase(Slow), path, "-Fc");
}
