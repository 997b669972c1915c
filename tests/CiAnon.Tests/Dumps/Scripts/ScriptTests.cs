using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps;
using CiAnon.Dumps.Compressing;
using CiAnon.Dumps.Contents;

namespace CiAnon.Tests.Dumps.Scripts;

/// <summary>A script reads as the archive that pg_dump would have written beside it, and is written as the same script with other rows.</summary>
public sealed class ScriptTests : DumpFolder
{
    [Fact]
    public void Has_the_table_of_contents_of_an_archive()
    {
        using var dump = Dump.Open(Write(SampleScript.Bytes));
        Assert.Equal(DumpFormat.Plain, dump.Format);
        Assert.Equal(("UTF8", "15.18", 15), (dump.ClientEncoding, dump.Header.DumpVersion, dump.Header.ServerMajor));
        Assert.Equal(
            ["ENCODING ENCODING", "STDSTRINGS STDSTRINGS", "SEARCHPATH SEARCHPATH", "TABLE public.customers", "FUNCTION public.f(integer)", "FUNCTION public.g()", "BLOB 16400",
                "TABLE DATA public.customers", "BLOBS BLOBS", "CONSTRAINT public.customers customers_pkey"],
            dump.Toc.Select(entry => entry.FullName));
        var table = dump.Toc[3];
        Assert.Equal(("shop", "DROP TABLE public.customers;\n", TocSection.PreData), (table.Owner, table.DropStmt, table.Section));
        Assert.Equal("CREATE TABLE public.customers (\n    id integer,\n    email text DEFAULT 'a;b''--'::text\n);\n", table.Defn);
        Assert.EndsWith("SELECT 3;\nEND;\n", dump.Toc[5].Defn, StringComparison.Ordinal);
        Assert.Equal("COPY public.customers (id, email) FROM stdin;\n", dump.Toc[7].CopyStmt);
        Assert.Equal([table.DumpId], dump.Toc[7].Dependencies);
        Assert.Equal([table.DumpId, dump.Toc[7].DumpId], dump.Toc[9].Dependencies);
        Assert.Equal(SampleScript.Rows + "\\.\n\n\n", Encoding.UTF8.GetString(Read(dump, dump.Toc[7])));
        Assert.Equal("hi", Encoding.UTF8.GetString(Read(dump, dump.Toc[8])));
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public void Copied_blocks_give_the_same_bytes_and_new_rows_change_nothing_else(string lineEnd, bool hasMark)
    {
        string AsFile(string text) => (hasMark ? "\uFEFF" : "") + text.Replace("\n", lineEnd, StringComparison.Ordinal);
        var source = Write(Encoding.UTF8.GetBytes(AsFile(SampleScript.Text)));
        Assert.Equal(AsFile(SampleScript.Text), Rewrite(source, (writer, entry) => writer.CopyBlock(entry)));
        Assert.Equal(AsFile(SampleScript.Text.Replace(SampleScript.Rows, "7\tx\n", StringComparison.Ordinal)), Rewrite(source, WriteOther));
        Assert.Equal(AsFile(SampleScript.Text.Replace(SampleScript.Rows, "", StringComparison.Ordinal)), Rewrite(source, (writer, entry) => WriteRows(writer, entry, "")));
    }

    [Fact]
    public void Owners_that_are_sessions_stay_in_a_script_and_become_no_archive()
    {
        using var dump = Dump.Open(Write(Encoding.UTF8.GetBytes(SampleScript.Text.Replace("SET row_security = off;\n", "SET row_security = off;\nSET SESSION AUTHORIZATION 'shop';\n", StringComparison.Ordinal))));
        DumpWriter.Require(dump, DumpFormat.Plain, CompressionChoice.None);
        foreach (var format in new[] { DumpFormat.Custom, DumpFormat.Directory, DumpFormat.Tar })
            Assert.Equal("CIANON3030", Assert.Throws<CiAnonException>(() => DumpWriter.Require(dump, format, CompressionChoice.None)).Diagnostics.Single().Code.Id);
    }

    [Fact]
    public void Large_objects_can_be_left_out()
    {
        var without = Rewrite(Write(SampleScript.Bytes), (writer, entry) =>
        {
            if (entry.IsLargeObjects) writer.EmptyLargeObjects(entry);
            else writer.CopyBlock(entry);
        });
        Assert.Contains("BEGIN;\n\n\nCOMMIT;\n", without, StringComparison.Ordinal);
        Assert.DoesNotContain("lowrite", without, StringComparison.Ordinal);
        using var dump = Dump.Open(Write(Encoding.UTF8.GetBytes(without)));
        Assert.Empty(Read(dump, dump.Toc.Single(entry => entry.IsLargeObjects)));
    }

    [Fact]
    public void A_definition_can_change_and_an_entry_be_left_out()
    {
        var path = Write(SampleScript.Bytes);
        using var dump = Dump.Open(path);
        var ids = dump.Toc.ToDictionary(entry => entry.Tag + entry.Desc, entry => entry.DumpId);
        dump.Redefine(new Dictionary<int, byte[]> { [ids["f(integer)FUNCTION"]] = "CREATE FUNCTION public.f(a integer) RETURNS text AS 'x';\n"u8.ToArray() });
        dump.LeaveOut(new HashSet<int> { ids["customers customers_pkeyCONSTRAINT"] });
        CopyAll(dump, In("written"), DumpFormat.Plain);
        var start = SampleScript.Text.IndexOf("CREATE FUNCTION public.f", StringComparison.Ordinal);
        var end = SampleScript.Text.IndexOf("END $_$;", StringComparison.Ordinal) + "END $_$;".Length;
        var gone = SampleScript.Text.IndexOf("--\n-- Name: customers customers_pkey", StringComparison.Ordinal);
        var tail = SampleScript.Text.IndexOf("--\n-- PostgreSQL database dump complete", StringComparison.Ordinal);
        Assert.Equal(SampleScript.Text[..start] + "CREATE FUNCTION public.f(a integer) RETURNS text AS 'x';" + SampleScript.Text[end..gone] + SampleScript.Text[tail..], File.ReadAllText(In("written")));
    }

    [Fact]
    public void What_stands_between_entries_is_text_to_be_searched()
    {
        using var dump = Dump.Open(Write(Encoding.UTF8.GetBytes("-- called by jane@example.org\n" + SampleScript.Text)));
        Assert.Contains("jane@example.org", dump.Loose.Single().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("k3y", dump.Loose.Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DumpFormat.Custom)]
    [InlineData(DumpFormat.Directory)]
    [InlineData(DumpFormat.Tar)]
    public void Becomes_an_archive_and_the_archive_the_same_script(DumpFormat format)
    {
        var archive = In("archive");
        using (var dump = Dump.Open(Write(SampleScript.Bytes))) CopyAll(dump, archive, format);
        using var again = Dump.Open(archive);
        CopyAll(again, In("script"), DumpFormat.Plain);
        Assert.Equal(WithoutKey(SampleScript.Text), WithoutKey(File.ReadAllText(In("script"))));
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Lz4)]
    [InlineData(Compression.Zstd)]
    public void Is_compressed_as_a_whole(Compression method)
    {
        using (var dump = Dump.Open(Write(SampleScript.Bytes))) CopyAll(dump, In("whole"), DumpFormat.Plain, CompressionChoice.Like(method));
        using var written = CiAnon.Stages.DumpSource.Open(In("whole"), input: null, workDirectory: null, CancellationToken.None);
        Assert.Equal(method, written.Wrapping);
        CopyAll(written, In("again"), DumpFormat.Plain);
        Assert.Equal(SampleScript.Text, File.ReadAllText(In("again")));
    }

    [Fact]
    public void Statements_without_comments_are_entries_too()
    {
        const string Script = """
            CREATE TABLE people (id int PRIMARY KEY, "Name" text);
            COMMENT ON COLUMN public.people."Name" IS 'x';
            COPY people (id, "Name") FROM stdin;
            1	a
            \.
            CREATE UNIQUE INDEX ON people ("Name");
            ALTER TABLE ONLY people ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES people(id);

            """;
        var path = Write(Encoding.UTF8.GetBytes(Script));
        using var dump = Dump.Open(path);
        Assert.Equal(["ENCODING ENCODING", "TABLE public.people", "COMMENT public.COLUMN people.Name", "TABLE DATA public.people", "INDEX public.on", "FK CONSTRAINT public.people"],
            dump.Toc.Select(entry => entry.FullName));
        Assert.Equal(Script, Rewrite(path, (writer, entry) => writer.CopyBlock(entry)));
    }

    private static string WithoutKey(string script) => string.Join('\n', script.Split('\n').Where(line => !line.Contains("restrict ", StringComparison.Ordinal)));

    private static void CopyAll(Dump dump, string target, DumpFormat format, CompressionChoice? choice = null)
    {
        using var writer = DumpWriter.Create(dump, target, format, choice ?? CompressionChoice.None);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData)) writer.CopyBlock(entry);
        writer.Complete();
    }

    private static void WriteOther(DumpWriter writer, TocEntry entry)
    {
        if (entry.IsTableData) WriteRows(writer, entry, "7\tx\n");
        else writer.CopyBlock(entry);
    }

    private static void WriteRows(DumpWriter writer, TocEntry entry, string rows)
    {
        if (!entry.IsTableData)
        {
            writer.CopyBlock(entry);
            return;
        }
        using var block = writer.OpenBlock(entry);
        // A byte at a time: the end mark may come in any pieces.
        foreach (var value in Encoding.UTF8.GetBytes(rows + "\\.\n\n\n")) block.Write([value]);
    }

    private string Rewrite(string source, Action<DumpWriter, TocEntry> write)
    {
        var target = In(Guid.NewGuid().ToString());
        using var dump = Dump.Open(source);
        using var writer = DumpWriter.Create(dump, target, DumpFormat.Plain, CompressionChoice.None);
        foreach (var entry in dump.Toc.Where(entry => entry.HasData)) write(writer, entry);
        writer.Complete();
        return Encoding.UTF8.GetString(File.ReadAllBytes(target));
    }
}
