using System.Text;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;

namespace CiAnon.PostgresTests.Dumps;

/// <summary>What we write restores into an empty database, with the rows that we wrote.</summary>
public sealed class RestoredArchivesTests(TestCluster cluster) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ci-anon-dumps-");

    public static TheoryData<string, DumpFormat, string> Targets => new()
    {
        { "-Fc", DumpFormat.Custom, "none" },
        new TheoryDataRow<string, DumpFormat, string>("-Fc", DumpFormat.Custom, "gzip:1").WithTrait("When", "nightly"),
        new TheoryDataRow<string, DumpFormat, string>("-Fc", DumpFormat.Directory, "1").WithTrait("When", "nightly"),
        new TheoryDataRow<string, DumpFormat, string>("-Fd", DumpFormat.Custom, "9").WithTrait("When", "nightly"),
        { "-Fd", DumpFormat.Directory, "0" },
        new TheoryDataRow<string, DumpFormat, string>("-Fd", DumpFormat.Directory, "gzip").WithTrait("When", "nightly"),
        { "-Fc", DumpFormat.Tar, "none" },
        new TheoryDataRow<string, DumpFormat, string>("-Fd", DumpFormat.Tar, "0").WithTrait("When", "nightly"),
        { "-Ft", DumpFormat.Tar, "0" },
        { "-Ft", DumpFormat.Custom, "1" },
        new TheoryDataRow<string, DumpFormat, string>("-Ft", DumpFormat.Directory, "1").WithTrait("When", "nightly"),
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void Have_the_replaced_rows_and_the_others(string sourceFormat, DumpFormat format, string level)
    {
        var original = cluster.CreateDatabase(SampleDatabase.Script + SampleDatabase.LargeObjects);
        var (source, target) = (Path.Combine(_folder.FullName, "source"), Path.Combine(_folder.FullName, "target"));
        cluster.Dump(original, source, sourceFormat);
        using (var dump = Dump.Open(source)) WriteWithOtherCustomers(dump, target, format, level);

        var restored = cluster.CreateDatabase();
        cluster.Restore(target, restored, format == DumpFormat.Tar ? [] : ["-j2"]);

        Assert.Equal("3|anon3@anon.example|ANöN 3", cluster.Query(restored, "SELECT id, email, shout FROM customers WHERE id = 3"));
        Assert.Equal("2000", cluster.Query(restored, "SELECT count(*) FROM customers WHERE email ~ '^anon[0-9]+@anon.example$'"));
        foreach (var table in new[] { "orders", "events", "child", "\"Sales Dept\".\"Account \"\"VIP\"\" Ünïcode\"", "empty_table" })
        {
            var query = $"SELECT count(*), md5(string_agg(t::text, ',' ORDER BY t::text)) FROM {table} t";
            Assert.Equal(cluster.Query(original, query), cluster.Query(restored, query));
        }
        const string objects = "SELECT loid, md5(string_agg(data, '' ORDER BY pageno)) FROM pg_largeobject GROUP BY loid ORDER BY loid";
        Assert.Equal(2, cluster.Query(restored, objects).Split('\n').Length);
        Assert.Equal(cluster.Query(original, objects), cluster.Query(restored, objects));
        Assert.Equal("43", cluster.Query(restored, "SELECT nextval('ticket')"));
    }

    [Theory]
    [InlineData("-Fc", DumpFormat.Custom)]
    [InlineData("-Fc", DumpFormat.Directory, Traits = ["When", "nightly"])]
    [InlineData("-Fd", DumpFormat.Directory)]
    [InlineData("-Fd", DumpFormat.Custom, Traits = ["When", "nightly"])]
    [InlineData("-Fc", DumpFormat.Tar)]
    [InlineData("-Ft", DumpFormat.Tar, Traits = ["When", "nightly"])]
    [InlineData("-Ft", DumpFormat.Custom)]
    public void Have_no_contents_of_large_objects_that_were_dropped(string sourceFormat, DumpFormat format)
    {
        var original = cluster.CreateDatabase("CREATE TABLE t (a int); INSERT INTO t VALUES (1);" + SampleDatabase.LargeObjects);
        var (source, target) = (Path.Combine(_folder.FullName, "source"), Path.Combine(_folder.FullName, "target"));
        cluster.Dump(original, source, sourceFormat);
        using (var dump = Dump.Open(source))
        {
            using var writer = DumpWriter.Create(dump, target, format, format == DumpFormat.Tar ? CompressionChoice.None : CompressionChoice.Parse("1")!);
            foreach (var entry in dump.Toc.Where(entry => entry.HasData))
            {
                if (entry.IsLargeObjects) writer.EmptyLargeObjects(entry);
                else writer.CopyBlock(entry);
            }
            writer.Complete();
        }

        var restored = cluster.CreateDatabase();
        cluster.Restore(target, restored);

        Assert.Equal("1", cluster.Query(restored, "SELECT count(*) FROM t"));
        Assert.Equal("0", cluster.Query(restored, "SELECT count(*) FROM pg_largeobject"));
    }

    [Fact]
    public void Large_objects_read_as_they_are_in_the_database()
    {
        var original = cluster.CreateDatabase(SampleDatabase.LargeObjects);
        var expected = cluster.Query(original, "SELECT md5(string_agg(lo_get(oid), ''::bytea ORDER BY oid)) FROM pg_largeobject_metadata");
        foreach (var options in new string[][] { ["-Fc"], ["-Fc", "-Z0"], ["-Fd"], ["-Fd", "-Z0"], ["-Ft"] })
        {
            var source = Path.Combine(_folder.FullName, string.Concat(options));
            cluster.Dump(original, source, options);
            using var dump = Dump.Open(source);
            using var objects = dump.OpenData(dump.Toc.Single(entry => entry.IsLargeObjects));
            using var content = new MemoryStream();
            objects.CopyTo(content);
            Assert.Equal(expected, Md5(content.ToArray()));
        }
    }

    [Theory]
    [InlineData("-Fp", "--inserts")]
    [InlineData("-Fp", "--column-inserts", "--on-conflict-do-nothing")]
    [InlineData("-Fc", "--rows-per-insert=7")]
    [InlineData("-Fd", "--column-inserts", "--rows-per-insert=3")]
    public void Inserts_hold_the_rows_that_copy_holds_and_are_written_as_they_came(params string[] options)
    {
        var database = cluster.CreateDatabase(SampleDatabase.Script + Numbers);
        var (copy, inserts, written) = (Path.Combine(_folder.FullName, "copy"), Path.Combine(_folder.FullName, "inserts"), Path.Combine(_folder.FullName, "written"));
        cluster.Dump(database, copy, "-Fc");
        cluster.Dump(database, inserts, options);
        using var expected = Dump.Open(copy);
        using var dump = Dump.Open(inserts);
        var rows = expected.Toc.Where(entry => entry.IsTableData).ToDictionary(entry => entry.FullName, entry => Read(expected, entry));
        Assert.Equal(rows.Keys.Order(), dump.Toc.Where(entry => entry.IsTableData).Select(entry => entry.FullName).Order());
        using (var writer = DumpWriter.Create(dump, written, dump.Format, CompressionChoice.None))
        {
            foreach (var entry in dump.Toc.Where(entry => entry.HasData))
            {
                Assert.Equal((entry.FullName, rows[entry.FullName]), (entry.FullName, Read(dump, entry)));
                using var block = writer.OpenBlock(entry);
                block.Write(Encoding.Latin1.GetBytes(rows[entry.FullName]));
            }
            writer.Complete();
        }
        Assert.Equal(Script(inserts), Script(written));
    }

    private const string Numbers = """
        CREATE TABLE numbers (a int, b numeric, c float8, d bool, e bit(3), f varbit, g bytea, h text);
        INSERT INTO numbers VALUES (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (-1, 'NaN', 'Infinity', true, B'101', B'1', '\\x00', 'it''s \\'), (7, 1.50, 1e300, false, B'000', B'', '', '');
        """;

    private string Script(string dump) => Encoding.Latin1.GetString(Runs.Formats.ScriptFile.Read(dump) ?? cluster.Script(dump));

    private static string Read(Dump dump, TocEntry entry)
    {
        using var data = dump.OpenData(entry);
        using var content = new MemoryStream();
        data.CopyTo(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }

    [Fact]
    public void A_tarred_directory_is_refused_by_name()
    {
        var database = cluster.CreateDatabase("CREATE TABLE t (a int)");
        var (folder, tar) = (Path.Combine(_folder.FullName, "folder"), Path.Combine(_folder.FullName, "tar"));
        cluster.Dump(database, folder, "-Fd");
        TestProcess.Run("tar", ["-cf", tar, "-C", folder, "."]);
        Assert.Equal(Diagnostics.DiagnosticCodes.DumpIsTar, Assert.Throws<Diagnostics.CiAnonException>(() => Dump.Open(tar)).Diagnostics[0].Code);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void WriteWithOtherCustomers(Dump dump, string target, DumpFormat format, string level)
    {
        using var writer = DumpWriter.Create(dump, target, format, CompressionChoice.Parse(level)!);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData))
        {
            if (entry.Tag != "customers")
            {
                writer.CopyBlock(entry);
                continue;
            }
            using var block = new StreamWriter(writer.OpenBlock(entry));
            // COPY public.customers (id, email, name, mood, score): generated columns are left out.
            for (var id = 1; id <= 2000; id++) block.Write($"{id}\tanon{id}@anon.example\tAnön {id}\tok\t{id}\n");
            block.Write(Encoding.ASCII.GetString(Dump.RowsEnd));
        }
        writer.Complete();
    }

    // PostgreSQL 15 has no SHA-256 in an aggregate; MD5 only compares here.
#pragma warning disable CA5351
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(bytes));
#pragma warning restore CA5351
}
