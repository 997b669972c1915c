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
    [InlineData(19, "1.16")]
    public void Are_read_and_written(int major, string archiveVersion)
    {
        using var cluster = TestCluster.Start(PostgresTools.Major(major));
        var database = cluster.CreateDatabase(SampleDatabase.Script + SampleDatabase.LargeObjects);
        foreach (var options in new string[][] { ["-Fc"], ["-Fc", "-Z0"], ["-Fd"], ["-Fd", "-Z0"], ["-Ft"] })
        {
            var source = Path.Combine(_folder.FullName, string.Concat(options));
            cluster.Dump(database, source, options);
            using (var dump = Dump.Open(source))
            {
                Assert.Equal(Version.Parse(archiveVersion), dump.Header.ArchiveVersion);
                Assert.StartsWith($"{major}", dump.Header.DumpVersion, StringComparison.Ordinal);
                Assert.Contains(dump.Toc, entry => entry.FullName == "TABLE DATA public.customers");
                Assert.Contains(dump.Toc, entry => entry.IsLargeObjects);
            }
            AssertAllRewritesPrintTheSame(cluster, source, "0", "1");
        }
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("lz4:9")]
    [InlineData("zstd")]
    [InlineData("zstd:15")]
    [InlineData("none")]
    public void Its_other_compressions_are_read_and_written(string compression)
    {
        using var cluster = TestCluster.Start(PostgresTools.Major(17));
        var database = cluster.CreateDatabase(SampleDatabase.Script + SampleDatabase.LargeObjects + "SELECT lo_create(77);");
        foreach (var format in new[] { "-Fc", "-Fd" })
        {
            var source = Path.Combine(_folder.FullName, "17" + format);
            cluster.Dump(database, source, format, $"--compress={compression}");
            AssertAllRewritesPrintTheSame(cluster, source, "none", "gzip:1", "lz4", "lz4:12", "zstd", "zstd:19");
        }
        File.WriteAllBytes(Path.Combine(_folder.FullName, "pipe"), cluster.DumpToPipe(database, "-Fc", $"--compress={compression}"));
        AssertAllRewritesPrintTheSame(cluster, Path.Combine(_folder.FullName, "pipe"), compression);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertAllRewritesPrintTheSame(TestCluster cluster, string source, params string[] compressions)
    {
        var expected = cluster.Script(source);
        Assert.True(expected.Length > 500_000, "the sample has rows");
        foreach (var format in Rewrite.Archives)
            foreach (var level in format == DumpFormat.Tar ? ["none"] : compressions)
                foreach (var rewrite in new Action<string, string, DumpFormat, string>[] { Rewrite.Copy, Rewrite.Replace })
                {
                    var target = Path.Combine(_folder.FullName, $"{Path.GetFileName(source)}-{format}-{level.Replace(':', '-')}-{rewrite.Method.Name}");
                    rewrite(source, target, format, level);
                    Assert.True(expected.AsSpan().SequenceEqual(cluster.Script(target)), $"{Path.GetFileName(target)}: the scripts differ");
                    Assert.Equal(cluster.List(source), cluster.List(target));
                }
    }
}
