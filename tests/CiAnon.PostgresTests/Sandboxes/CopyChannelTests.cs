using System.Text;
using CiAnon.Sandboxes;
using Npgsql;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class CopyChannelTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(100)]
    [InlineData(65_536)]
    [InlineData(5_000_000)]
    public void Many_megabytes_pass_unchanged_whatever_the_size_of_writes(int write)
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (id int, v text)");
        var sent = Rows(12_000_000);

        using (var stream = CopyChannel.OpenWrite(connection, "COPY t FROM STDIN"))
        {
            for (var at = 0; at < sent.Length; at += write) stream.Write(sent.AsSpan(at, Math.Min(write, sent.Length - at)));
        }

        Assert.True(sent.AsSpan().SequenceEqual(Read(connection, "COPY t TO STDOUT")));
    }

    [Fact]
    public void A_row_of_many_megabytes_passes()
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (v text)");
        byte[] sent = [.. Encoding.ASCII.GetBytes(new string('x', 30_000_000)), (byte)'\n'];
        using (var stream = CopyChannel.OpenWrite(connection, "COPY t FROM STDIN")) stream.Write(sent);
        Assert.True(sent.AsSpan().SequenceEqual(Read(connection, "COPY t TO STDOUT")));
    }

    [Theory]
    [InlineData("LATIN1", "LATIN1", new byte[] { 0xE9, 0xFF, 0x41 })]
    [InlineData("UTF8", "LATIN1", new byte[] { 0xE9, 0xFF, 0x41 })]
    [InlineData("UTF8", "UTF8", new byte[] { 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80 })]
    [InlineData("LATIN1", "UTF8", new byte[] { 0xC3, 0xA9 })]
    [InlineData("SQL_ASCII", "SQL_ASCII", new byte[] { 0xC3, 0xE9, 0xFF, 0x80 })]
    public void Bytes_pass_unchanged_in_the_encoding_of_the_copy(string database, string client, byte[] value)
    {
        var name = $"{database}_{client}";
        fixture.Sandbox.CreateDatabase(name, database);
        using var connection = fixture.Sandbox.Connect(name);
        Do(connection, "CREATE TABLE t (v text)");
        byte[] sent = [.. value, (byte)'\n'];
        using (var stream = CopyChannel.OpenWrite(connection, $"COPY t FROM STDIN (ENCODING '{client}')")) stream.Write(sent);
        Assert.Equal(sent, Read(connection, $"COPY t TO STDOUT (ENCODING '{client}')"));
    }

    [Fact]
    public void A_refused_row_surfaces_on_dispose_and_the_connection_stays_usable()
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (id int PRIMARY KEY)");
        var stream = CopyChannel.OpenWrite(connection, "COPY t FROM STDIN");
        stream.Write("1\n1\n"u8);
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.Throws<PostgresException>(stream.Dispose).SqlState);
        Assert.Equal("0", Ask(connection, "SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_row_refused_early_surfaces_though_megabytes_follow()
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (id int, v text)");
        var rows = Rows(8_000_000);
        var failure = Assert.ThrowsAny<NpgsqlException>(() =>
        {
            using var stream = CopyChannel.OpenWrite(connection, "COPY t FROM STDIN");
            stream.Write("not a number\tx\n"u8);
            stream.Write(rows);
        });
        Assert.Equal(PostgresErrorCodes.InvalidTextRepresentation, failure.SqlState);
    }

    [Fact]
    public void An_aborted_write_stores_nothing_and_the_connection_stays_usable()
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        Do(connection, "CREATE TEMP TABLE t (id int, v text)");
        var stream = CopyChannel.OpenWrite(connection, "COPY t FROM STDIN");
        stream.Write(Rows(3_000_000));
        CopyChannel.Abort(stream);
        Assert.Equal("0", Ask(connection, "SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_read_may_end_early()
    {
        using var connection = fixture.Sandbox.Connect("postgres");
        using (var stream = CopyChannel.OpenRead(connection, "COPY (SELECT generate_series(1, 1000000)) TO STDOUT"))
        {
            Assert.Equal('1', stream.ReadByte());
        }
        Assert.Equal("1", Ask(connection, "SELECT 1"));
    }

    private static byte[] Read(NpgsqlConnection connection, string sql)
    {
        using var stream = CopyChannel.OpenRead(connection, sql);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Rows(int bytes)
    {
        var text = new StringBuilder();
        for (var id = 0; text.Length < bytes; id++) text.Append(id).Append('\t').Append("value \\\\ \\t \\n ").Append(id * 7919L).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
