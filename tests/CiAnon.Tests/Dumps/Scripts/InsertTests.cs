using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;

namespace CiAnon.Tests.Dumps.Scripts;

/// <summary>Rows that stand in INSERT statements read as rows of COPY, and are written as they came.</summary>
public sealed class InsertTests : DumpFolder
{
    private const string Table = "CREATE TABLE public.t (id integer, name text, twice integer GENERATED ALWAYS AS ((id * 2)) STORED, is_on boolean, bits bit(2));\n";

    public static TheoryData<string, string> Forms => new()
    {
        { "INSERT INTO public.t VALUES (1, 'a', DEFAULT, true, B'10');\nINSERT INTO public.t VALUES (NULL, NULL, DEFAULT, NULL, NULL);\n", "1\ta\tt\t10\n\\N\t\\N\t\\N\t\\N\n" },
        { "INSERT INTO public.t (id, name, is_on, bits) VALUES (-1, 'it''s\n\t\\', false, B'');\n", "-1\tit's\\n\\t\\\\\tf\t\n" },
        { "INSERT INTO public.t OVERRIDING SYSTEM VALUE VALUES (1, '', DEFAULT, true, NULL) ON CONFLICT DO NOTHING;\n", "1\t\tt\t\\N\n" },
        { "INSERT INTO public.t VALUES\n\t(1, '), (', DEFAULT, true, NULL),\n\t(2, ';', DEFAULT, false, NULL);\nINSERT INTO public.t VALUES\n\t(3, 'c', DEFAULT, NULL, NULL);\n",
            "1\t), (\tt\t\\N\n2\t;\tf\t\\N\n3\tc\t\\N\t\\N\n" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_as_copy_and_are_written_as_they_came(string inserts, string rows)
    {
        var path = Write(Encoding.UTF8.GetBytes(Table + inserts));
        using var dump = Dump.Open(path);
        var entry = dump.Toc.Single(one => one.IsTableData);
        Assert.Contains("\"id\", \"name\", \"is_on\", \"bits\"".Replace("\"", "", StringComparison.Ordinal), entry.CopyStmt!.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(rows + "\\.\n\n\n", Encoding.UTF8.GetString(Read(dump, entry)));
        using (var writer = DumpWriter.Create(dump, In("written"), DumpFormat.Plain, CompressionChoice.None))
        {
            using (var block = writer.OpenBlock(entry)) block.Write(Encoding.UTF8.GetBytes(rows + "\\.\n\n\n"));
            writer.Complete();
        }
        Assert.Equal(Table + inserts, File.ReadAllText(In("written")));
    }

    [Theory]
    [InlineData("INSERT INTO public.t SELECT 1;\n")]
    [InlineData("INSERT INTO public.t VALUES ((SELECT 1), 'a', DEFAULT, true, B'10');\n")]
    [InlineData("INSERT INTO public.t VALUES (pg_read_file('x'), 'a', DEFAULT, true, B'10');\n")]
    [InlineData("INSERT INTO public.t VALUES (1, 'a', DEFAULT, true);\n")]
    [InlineData("INSERT INTO public.unknown VALUES (1);\n")]
    [InlineData("INSERT INTO public.t VALUES (1, 'a', DEFAULT, true, B'10') RETURNING id;\n")]
    public void Anything_else_is_refused(string inserts)
    {
        var error = Assert.Throws<CiAnonException>(() => ReadAll(Write(Encoding.UTF8.GetBytes(Table + inserts))));
        Assert.Equal(ExitCode.Dump, error.Exit);
    }

    [Fact]
    public void An_archive_of_inserts_that_is_cut_anywhere_is_refused()
    {
        var builder = new ArchiveBuilder { Compressed = false };
        builder.Add(1, "TABLE", "t", schema: "public", defn: "CREATE TABLE public.t (id integer, name text);\n");
        builder.AddInserts(2, "t", "INSERT INTO public.t VALUES (1, 'a');\nINSERT INTO public.t VALUES (2, 'b');\n\n\n");
        var path = Write(builder, DumpFormat.Directory);
        var file = Path.Combine(path, "2.dat");
        var whole = File.ReadAllBytes(file);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.Equal(ExitCode.Dump, Assert.Throws<CiAnonException>(() => ReadAll(path)).Exit);
        }
    }

    [Fact]
    public void A_copy_that_names_no_columns_gets_them_from_its_table()
    {
        using var dump = Dump.Open(Write(Encoding.UTF8.GetBytes(Table + "COPY public.t FROM stdin;\n1\ta\tt\t10\n\\.\n")));
        Assert.Equal("COPY public.t (\"id\", \"name\", \"is_on\", \"bits\") FROM stdin;\n", dump.Toc[^1].CopyStmt);
    }
}
