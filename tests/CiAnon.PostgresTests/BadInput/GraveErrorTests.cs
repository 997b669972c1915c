using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

/// <summary>Errors after which the driver gives up its session, such as those that extensions give without a code of their own.</summary>
public sealed class GraveErrorTests(TestCluster cluster) : IDisposable
{
    private readonly Scene _scene = new();

    [Fact]
    public void One_among_definitions_names_the_definition()
    {
        var database = cluster.CreateDatabase();
        // It works where production is, and nowhere else.
        cluster.Execute(database, $"""
            CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE); CREATE UNIQUE INDEX also ON people ((id + 1));
            CREATE FUNCTION only_there() RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN IF current_database() <> '{database}' THEN RAISE 'not here' USING ERRCODE = 'XX000'; END IF; RETURN 1; END $$;
            CREATE UNIQUE INDEX grave ON people ((only_there() + id)); CREATE UNIQUE INDEX last ON people ((id + 2));
            """);
        var dump = Path.Combine(_scene.Root, "grave.dump");
        cluster.Dump(database, dump, "-Fc");
        Assert.Contains("INDEX public.grave can't be restored in the sandbox: not here (XX000)", _scene.AssertRefused(_scene.Anonymize(dump, "version: 1\ncolumns: { email: email }\n"), DiagnosticCodes.SchemaEntryFailed), StringComparison.Ordinal);
    }

    public void Dispose() => _scene.Dispose();
}
