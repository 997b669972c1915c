using CiAnon.Dumps;

namespace CiAnon.PostgresTests.Dumps;

/// <summary>Archives of other majors are read, and their own pg_restore prints the same from what we wrote.</summary>
[Trait("When", "nightly")]
public sealed class OtherMajorsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-dumps-");

    [Theory]
    [InlineData(13, "1.14")]
    [InlineData(17, "1.16")]
    [InlineData(18, "1.16")]
    public void Are_read_and_written(int major, string archiveVersion)
    {
        using var cluster = TestCluster.Start(PostgresTools.Major(major));
        var database = cluster.CreateDatabase(SampleDatabase.Script + SampleDatabase.LargeObjects);
        foreach (var options in new string[][] { ["-Fc"], ["-Fc", "-Z0"], ["-Fd"], ["-Fd", "-Z0"] })
        {
            var source = Path.Combine(_folder.FullName, string.Concat(options));
            cluster.Dump(database, source, options);
            using (var dump = Dump.Open(source))
            {
                Assert.Equal(Version.Parse(archiveVersion), dump.Header.ArchiveVersion);
                Assert.StartsWith($"{major}.", dump.Header.DumpVersion, StringComparison.Ordinal);
                Assert.Contains(dump.Toc, entry => entry.FullName == "TABLE DATA public.customers");
                Assert.Contains(dump.Toc, entry => entry.IsLargeObjects);
            }
            AssertAllRewritesPrintTheSame(cluster, source);
        }
    }

    [Fact]
    public void Compression_that_is_not_supported_is_refused_by_name()
    {
        using var cluster = TestCluster.Start(PostgresTools.Major(17));
        var database = cluster.CreateDatabase("CREATE TABLE t (a int); INSERT INTO t VALUES (1);");
        foreach (var method in new[] { "zstd", "lz4" })
            foreach (var format in new[] { "-Fc", "-Fd" })
            {
                var source = Path.Combine(_folder.FullName, method + format);
                cluster.Dump(database, source, format, $"--compress={method}");
                var error = Assert.Throws<Diagnostics.CiAnonException>(() => Dump.Open(source));
                Assert.Equal(Diagnostics.DiagnosticCodes.DumpCompressionUnsupported, error.Diagnostics[0].Code);
                Assert.Contains(method, error.Message, StringComparison.Ordinal);
                Assert.Contains("pg_dump --compress=gzip", error.Message, StringComparison.Ordinal);
            }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertAllRewritesPrintTheSame(TestCluster cluster, string source)
    {
        var expected = cluster.Script(source);
        Assert.True(expected.Length > 500_000, "the sample has rows");
        foreach (var format in new[] { DumpFormat.Custom, DumpFormat.Directory })
            foreach (var level in new[] { 0, 1 })
                foreach (var rewrite in new Action<string, string, DumpFormat, int>[] { Rewrite.Copy, Rewrite.Replace })
                {
                    var target = Path.Combine(_folder.FullName, $"{Path.GetFileName(source)}-{format}-{level}-{rewrite.Method.Name}");
                    rewrite(source, target, format, level);
                    Assert.True(expected.AsSpan().SequenceEqual(cluster.Script(target)), $"{Path.GetFileName(target)}: the scripts differ");
                    Assert.Equal(cluster.List(source), cluster.List(target));
                }
    }
}
