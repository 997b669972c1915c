using System.Text;
using CiAnon.PackageTests.Packages;
using CiAnon.PostgresTests;

namespace CiAnon.PackageTests.MSBuild;

/// <summary>A team's folder with a production dump, a policy and a project that uses our packages; gone at the end of the test.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>In every row that a policy masks, and nowhere else.</summary>
    public const string Canary = "canary";

    public const string Policy = """
        version: 1
        tables:
          people:
            columns:
              email: email
              name: name
              height: { strategy: noise, range: 10% }
          posts:
            columns: { body: text }
        """;

    private const string Schema = $"""
        CREATE TABLE people (id serial PRIMARY KEY, email text NOT NULL UNIQUE, name varchar(40) CHECK (name <> 'forbidden'),
            height double precision);
        INSERT INTO people (email, name, height) SELECT '{Canary}' || i || '@private.test', '{Canary} name ' || i, 1.5 + i / 1000.0 FROM generate_series(1, 100) i;
        CREATE TABLE posts (id serial PRIMARY KEY, author int REFERENCES people, body text);
        INSERT INTO posts (author, body) SELECT i, '{Canary} body ' || i FROM generate_series(1, 100) i;
        CREATE FOREIGN DATA WRAPPER archive; CREATE SERVER attic FOREIGN DATA WRAPPER archive;
        """;

    private readonly PackageFeed _feed;
    private readonly TestCluster _cluster;

    /// <param name="name">Of the folder that everything happens in.</param>
    /// <param name="schema">More of the production database.</param>
    public Workspace(PackageFeed feed, TestCluster cluster, string name = "team", string schema = "")
    {
        (_feed, _cluster) = (feed, cluster);
        Root = Directory.CreateTempSubdirectory("ci-anon-msbuild-").FullName;
        Folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        Work = Directory.CreateDirectory(Path.Combine(Root, "work")).FullName;
        // The server runs as another user when we are root, and must reach its sandbox.
        foreach (var folder in new[] { Root, Work }) File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        Write("nuget.config", $"""<configuration><packageSources><clear /><add key="local" value="{feed.Folder}" /></packageSources></configuration>""");
        Write("ci-anon.yml", Policy);
        cluster.Dump(cluster.CreateDatabase(Schema + schema), In("prod.dump"), "-Fc");
    }

    public string Folder { get; }

    /// <summary>Where sandboxes lie: nothing may be left in it.</summary>
    public string Work { get; }

    private string Root { get; }

    public string In(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
    }

    /// <summary>A project of our SDK with these contents.</summary>
    public string SdkProject(string content)
    {
        Write("anonymize.proj", $"""<Project Sdk="CiAnon.Sdk/{PackageFeed.Version}">{content}</Project>""");
        return "anonymize.proj";
    }

    public Command Start(IEnumerable<string> arguments, Dictionary<string, string>? environment = null) => Command.Start("dotnet",
        ["msbuild", .. arguments, "-nologo", $"-p:CiAnonWorkDirectory={Work}"], Folder,
        new(environment ?? []) { ["NUGET_PACKAGES"] = _feed.Cache });

    /// <summary>dotnet msbuild to its end; the sandbox must be gone then.</summary>
    public Build Build(IEnumerable<string> arguments, Dictionary<string, string>? environment = null)
    {
        using var command = Start([.. arguments, "-bl:build.binlog"], environment);
        var exit = command.Finish();
        Assert.Empty(Directory.EnumerateFileSystemEntries(Work));
        return new Build(exit, command.Printed, In("build.binlog"));
    }

    /// <summary>pg_restore into a new database, as a developer would do; its name.</summary>
    public string Restore(string artefact)
    {
        var database = _cluster.CreateDatabase();
        _cluster.Restore(artefact, database);
        return database;
    }

    /// <summary>An anonymized dump, its report and what they hold, judged by pg_restore and psql.</summary>
    public void AssertAnonymized(string artefact)
    {
        Assert.Contains("\"status\": \"passed\"", File.ReadAllText(artefact + ".report.json"), StringComparison.Ordinal);
        Assert.Equal("100|100", _cluster.Query(Restore(artefact), "SELECT (SELECT count(DISTINCT email) FROM people), (SELECT count(*) FROM posts)"));
        Assert.Contains(Canary, Script(In("prod.dump")), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Script(artefact), StringComparison.Ordinal);
    }

    private string Script(string archive) => Encoding.UTF8.GetString(_cluster.Script(archive));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>What a build left.</summary>
internal sealed record Build(int ExitCode, string Printed, string BinaryLog);
