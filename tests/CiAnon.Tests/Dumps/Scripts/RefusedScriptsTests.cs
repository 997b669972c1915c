using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Dumps;

namespace CiAnon.Tests.Dumps.Scripts;

/// <summary>What a dump doesn't need is refused by name before a row is read; cut and damaged scripts are refused, or read, and nothing else.</summary>
public sealed class RefusedScriptsTests : DumpFolder
{
    [Theory]
    [InlineData("\\! rm -rf /\n", "CIANON3021", "psql's command \\!", 2)]
    [InlineData("\\i other.sql\n", "CIANON3021", "psql's command \\i", 2)]
    [InlineData("\\ir other.sql\n", "CIANON3021", "psql's command \\ir", 2)]
    [InlineData("\\copy t from 'x'\n", "CIANON3021", "psql's command \\copy", 2)]
    [InlineData("\\o |cat\n", "CIANON3021", "psql's command \\o", 2)]
    [InlineData("\\set x `ls`\n", "CIANON3021", "psql's command \\set", 2)]
    [InlineData("SELECT pg_catalog.setval('s', 1) \\g |cat\n", "CIANON3021", "psql's command \\g", 2)]
    [InlineData("SELECT pg_catalog.setval('s', 1) \\gexec\n", "CIANON3021", "psql's command \\gexec", 2)]
    [InlineData("COPY t FROM PROGRAM 'ls';\n", "CIANON3021", "COPY other than FROM stdin", 2)]
    [InlineData("COPY t FROM '/etc/passwd';\n", "CIANON3021", "COPY other than FROM stdin", 2)]
    [InlineData("COPY t TO '/tmp/x';\n", "CIANON3021", "COPY other than FROM stdin", 2)]
    [InlineData("COPY t FROM stdin WITH (FORMAT csv);\n", "CIANON3021", "COPY other than FROM stdin", 2)]
    [InlineData("DO $$ BEGIN END $$;\n", "CIANON3021", "(DO)", 2)]
    [InlineData("UPDATE t SET a = 1;\n", "CIANON3021", "(UPDATE)", 2)]
    [InlineData("DELETE FROM t;\n", "CIANON3021", "(DELETE)", 2)]
    [InlineData("SELECT pg_read_file('/etc/passwd');\n", "CIANON3021", "(SELECT)", 2)]
    [InlineData("ALTER SYSTEM SET x = 1;\n", "CIANON3021", "unknown kind", 2)]
    [InlineData("CREATE ROLE x;\n", "CIANON3021", "unknown kind", 2)]
    [InlineData("\\connect a\nCREATE TABLE t (a int);\nCOPY t (a) FROM stdin;\n\\.\n\\connect b\n", "CIANON3022", "another database", 6)]
    [InlineData("--\n-- PostgreSQL database cluster dump\n--\n", "CIANON3022", "is a script of a whole cluster, as pg_dumpall writes it, in line 3. A script of pg_dumpall is anonymized as a whole with a policy that has databases:", 3)]
    public void By_name_and_line(string text, string code, string told, int line)
    {
        var error = Assert.Throws<CiAnonException>(() => Dump.Open(Write(Encoding.UTF8.GetBytes("SET a = 1;\n" + text))));
        Assert.Equal(code, error.Diagnostics[0].Code.Id);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        if (line > 0) Assert.Contains($"line {line}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Behind the end mark, with and without a semicolon somewhere, and where the mark came too early.
    [InlineData("\\.\n", "\\.\nKanary\tkanary@example.org; Kanary\n", 1)]
    [InlineData("\\.\n", "\\.\nKanary's\tkanary\n", 0)]
    [InlineData("\\.\n", "\\.\n7\tKanary\\tKanary\n\\.\n", 1)]
    [InlineData("\\.\n", "\\.\n\\Kanary\n", 1)]
    [InlineData("\\.\n", "\\.\n\\kanary\n", 1)]
    [InlineData("\\.\n", "\\.\n\\N\\Kanary\n", 1)]
    // Words of people that begin as statements do.
    [InlineData("\\.\n", "\\.\nGrant\tKanary;\n", 1)]
    [InlineData("\\.\n", "\\.\nComment on Kanary;\n", 1)]
    [InlineData("\\.\n", "\\.\nCreate table Kanary;\n", 1)]
    [InlineData("\\.\n", "\\.\nAlter Kanary;\n", 1)]
    // The COPY that announces rows is gone, or another statement.
    [InlineData("COPY public.customers (id, email) FROM stdin;\n", "Kanary\t;\n", 0)]
    [InlineData("COPY public.customers (id, email) FROM stdin;\n", "COPY Kanary;\n", 0)]
    [InlineData("COPY public.customers (id, email) FROM stdin;\n", "Kanary\tkanary@example.org\n", 0)]
    // Before everything, and within the settings.
    [InlineData("SET row_security = off;\n", "SET row_security = off;\nkanary;\n", 1)]
    [InlineData("SET row_security = off;\n", "Kanary\t\\Kanary\n", 0)]
    [InlineData("--\n-- PostgreSQL database dump\n--\n", "Kanary;\n", 0)]
    public void Rows_where_statements_belong_are_refused_and_not_repeated(string original, string damaged, int linesBehind)
    {
        var at = SampleScript.Text.IndexOf(original, StringComparison.Ordinal);
        // The mark of the rows, not the one within a function's body.
        if (original == "\\.\n") at = SampleScript.Text.IndexOf(SampleScript.Rows, StringComparison.Ordinal) + SampleScript.Rows.Length;
        var script = SampleScript.Text[..at] + damaged + SampleScript.Text[(at + original.Length)..];
        var error = Assert.Throws<CiAnonException>(() => Dump.Open(Write(Encoding.UTF8.GetBytes(script))));
        Assert.Equal(ExitCode.Dump, error.Exit);
        Assert.DoesNotContain("kanary", error.ToString(), StringComparison.OrdinalIgnoreCase);
        if (linesBehind > 0) Assert.Contains($"line {script[..at].Count(letter => letter == '\n') + 1 + linesBehind}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_restricted_script_even_connecting_is_refused()
    {
        var script = SampleScript.Text.Replace("SET row_security = off;\n", "SET row_security = off;\n\\connect other\n", StringComparison.Ordinal);
        Assert.Equal("CIANON3021", CodeOf(() => Dump.Open(Write(Encoding.UTF8.GetBytes(script)))).Id);
    }

    [Fact]
    public void Cut_anywhere()
    {
        var whole = SampleScript.Bytes;
        // Behind its last word nothing is lost.
        var end = SampleScript.Text.LastIndexOf("k3y", StringComparison.Ordinal) + 3;
        for (var length = 0; length < end; length++)
        {
            var error = Assert.Throws<CiAnonException>(() => ReadAll(Write(whole[..length])));
            Assert.True(error.Exit == ExitCode.Dump, $"cut at {length}: {error.Message}");
        }
    }

    [Fact]
    public void Damaged_anywhere()
    {
        var random = Copy.RandomTexts.Seeded(out var seed);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = SampleScript.Bytes;
            for (var flips = random.Next(1, 4); flips > 0; flips--) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                ReadAll(Write(damaged));
            }
            catch (CiAnonException error)
            {
                Assert.True(error.Exit == ExitCode.Dump, $"seed {seed}, round {round}: {error.Message}");
            }
        }
    }

    [Fact]
    public void A_custom_archive_that_stops_within_its_header_is_said_to_look_like_pglites()
    {
        var error = Assert.Throws<CiAnonException>(() => Dump.Open(Write([.. "PGDMP"u8, 1, 16])));
        Assert.Equal(DiagnosticCodes.DumpTruncated, error.Diagnostics[0].Code);
        Assert.Contains("PGlite", error.Message, StringComparison.Ordinal);
    }
}
