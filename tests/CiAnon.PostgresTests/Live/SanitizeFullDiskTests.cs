using CiAnon.Diagnostics;
using CiAnon.PostgresTests.BadInput;

namespace CiAnon.PostgresTests.Live;

/// <summary>A rewrite needs as much room again as the tables take: where there is less, nothing has happened.</summary>
[Trait("When", "nightly")]
public sealed class SanitizeFullDiskTests(TestCluster cluster) : IDisposable
{
    private readonly Scene _scene = new();
    private TestCluster? _server;
    private SmallDisk? _disk;

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(6_000_000)]
    [InlineData(9_000_000)]
    public void A_disk_that_is_full_in_the_middle_leaves_every_row_and_no_marker_and_the_next_run_has_room(int room)
    {
        var disk = _disk = new SmallDisk(_scene.Folder("small"), "90m");
        var server = _server = TestCluster.StartIn(cluster.Tools, disk.Path);
        server.Execute("postgres", "CREATE DATABASE shop_staging");
        server.Execute("shop_staging", """
            CREATE TABLE people (id int PRIMARY KEY, email text UNIQUE NOT NULL);
            INSERT INTO people SELECT i, 'canary' || i || '@private.test' FROM generate_series(1, 60000) i;
            CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES people);
            INSERT INTO orders SELECT i, i FROM generate_series(1, 20000) i;
            ANALYZE;
            CHECKPOINT
            """);
        File.WriteAllText(_scene.PolicyPath, "version: 1\ncolumns: { email: email }\n");
        _scene.With("STAGING", server.ConnectionString("shop_staging"));
        var filler = Path.Combine(disk.Path, "filler");
        using (var file = File.Create(filler)) file.Write(new byte[Math.Max(0, new DriveInfo(disk.Path).AvailableFreeSpace - room)]);
        var full = Sanitize();
        Assert.Contains("No space", DiagnosticCodes.LiveDiskFull.Title, StringComparison.Ordinal);
        Assert.Contains("STAGING: could not ", full.Line(DiagnosticCodes.LiveDiskFull), StringComparison.Ordinal);
        _scene.AssertNothingLeft();
        Assert.Equal("60000|20000|f", server.Query("shop_staging",
            "SELECT (SELECT count(*) FROM people WHERE email LIKE 'canary%'), (SELECT count(*) FROM orders JOIN people ON people.id = person), to_regclass('ci_anon.clean') IS NOT NULL"));
        Assert.DoesNotContain(Scene.Canary, server.Log, StringComparison.Ordinal);
        Assert.Contains("never anonymized", Check().Line(DiagnosticCodes.NeverSanitized), StringComparison.Ordinal);

        File.Delete(filler);
        var done = Sanitize();
        Assert.True(done.Exit == 0, done.Error);
        Assert.Equal(0, Check().Exit);
    }

    public void Dispose()
    {
        _server?.Dispose();
        _disk?.Dispose();
        _scene.Dispose();
    }

    private CommandResult Sanitize() => _scene.Run("sanitize", "--target-env", "STAGING", "--policy", _scene.PolicyPath, "--work-dir", _scene.Work, "--jobs", "1");

    private CommandResult Check() => _scene.Run("check", "--target-env", "STAGING");
}
