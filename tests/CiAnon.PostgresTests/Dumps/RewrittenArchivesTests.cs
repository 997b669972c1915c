using CiAnon.Dumps;

namespace CiAnon.PostgresTests.Dumps;

/// <summary>The judge is pg_restore: it must print the same script, byte for byte, from what we wrote as from what pg_dump wrote.</summary>
public sealed class RewrittenArchivesTests(TestCluster cluster) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-dumps-");

    public static TheoryData<string, string[]> Archives => new()
    {
        { "custom, default compression", ["-Fc"] },
        { "custom, level 0", ["-Fc", "-Z0"] },
        { "custom, level 1", ["-Fc", "-Z1"] },
        { "custom, level 9", ["-Fc", "-Z9"] },
        { "directory, default compression", ["-Fd"] },
        { "directory, level 0", ["-Fd", "-Z0"] },
        { "directory, level 1", ["-Fd", "-Z1"] },
        { "directory, level 9", ["-Fd", "-Z9"] },
        { "directory, parallel", ["-Fd", "-j2"] },
        { "schema only", ["-Fc", "--schema-only"] },
        { "data only", ["-Fc", "--data-only"] },
        { "custom, clean and create", ["-Fc", "--clean", "--create"] },
        { "custom, partition root", ["-Fc", "--load-via-partition-root"] },
        { "custom, one table", ["-Fc", "-t", "customers"] },
        { "tar", ["-Ft"] },
        { "tar, one table", ["-Ft", "-t", "customers"] },
        { "directory, without blobs", ["-Fd", "--no-blobs"] },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    [Trait("When", "nightly")]
    public void Print_the_same_script(string name, string[] options)
    {
        var source = Path.Combine(_folder.FullName, "source");
        cluster.Dump(Sample(), source, options);
        AssertAllRewritesPrintTheSame(source, name);
    }

    [Theory]
    [InlineData("-Z0")]
    [InlineData("-Z6")]
    public void Print_the_same_script_when_made_through_a_pipe(string compression)
    {
        var source = Path.Combine(_folder.FullName, "source");
        File.WriteAllBytes(source, cluster.DumpToPipe(Sample(), "-Fc", compression));
        using (var dump = Dump.Open(source)) Assert.All(dump.Toc.Where(entry => entry.HasData), entry => Assert.True(dump.StoredBytes(entry) > 0));
        AssertAllRewritesPrintTheSame(source, compression);
    }

    [Theory]
    [InlineData("LATIN1")]
    [InlineData("EUC_JP")]
    [InlineData("SQL_ASCII")]
    public void Keep_the_bytes_of_other_encodings(string encoding)
    {
        var database = cluster.CreateDatabase(options: $"ENCODING '{encoding}' TEMPLATE template0");
        var text = encoding == "EUC_JP" ? "日本" : "Müller";
        cluster.Execute(database, $"SET client_encoding = 'UTF8'; CREATE TABLE \"{text}\" (a text); INSERT INTO \"{text}\" VALUES ('{text}');");
        var source = Path.Combine(_folder.FullName, "source");
        cluster.Dump(database, source, "-Fc");

        AssertAllRewritesPrintTheSame(source, encoding);
        using var dump = Dump.Open(source);
        Assert.Equal(encoding, dump.ClientEncoding);
        Assert.Contains(dump.Toc, entry => entry.Desc == "TABLE" && entry.Tag == text);
    }

    [Fact]
    public void A_custom_archive_can_be_read_from_a_pipe()
    {
        var source = Path.Combine(_folder.FullName, "source");
        var target = Path.Combine(_folder.FullName, "target");
        cluster.Dump(Sample(), source, "-Fc");
        Rewrite.Replace(source, target, DumpFormat.Custom, "1");

        var printed = TestProcess.Run("/bin/sh",
            ["-c", "cat \"$1\" | \"$2\" --restrict-key=test -f -", "sh", target, cluster.Tools.Program("pg_restore")]);

        Assert.Equal(cluster.Script(source), printed.Output);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Sample() => cluster.CreateDatabase(SampleDatabase.Script + SampleDatabase.LargeObjects);

    private void AssertAllRewritesPrintTheSame(string source, string name)
    {
        var expected = cluster.Script(source);
        var list = cluster.List(source);
        Assert.True(expected.Length > 500, "pg_restore must print something to compare");
        var target = Path.Combine(_folder.FullName, "target");
        foreach (var format in Rewrite.Archives)
            foreach (var level in format == DumpFormat.Tar ? ["0"] : new[] { "0", "1", "6" })
                foreach (var rewrite in new Action<string, string, DumpFormat, string>[] { Rewrite.Copy, Rewrite.Replace })
                {
                    rewrite(source, target, format, level);
                    var printed = cluster.Script(target);
                    Assert.True(expected.AsSpan().SequenceEqual(printed), $"{name} to {format}, level {level}, {rewrite.Method.Name}: the scripts differ");
                    Assert.Equal(list, cluster.List(target));
                    if (format == DumpFormat.Directory) Directory.Delete(target, recursive: true);
                    else File.Delete(target);
                }
    }
}
