using CiAnon.Diagnostics;
using CiAnon.Sandboxes;
using static CiAnon.PostgresTests.Sandboxes.SandboxFixture;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class SandboxSettingsTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private Sandbox Sandbox => fixture.Sandbox;

    [Theory]
    [InlineData("listen_addresses", "")]
    [InlineData("fsync", "off")]
    [InlineData("synchronous_commit", "off")]
    [InlineData("full_page_writes", "off")]
    [InlineData("wal_level", "minimal")]
    [InlineData("max_wal_senders", "0")]
    [InlineData("autovacuum", "off")]
    [InlineData("jit", "off")]
    [InlineData("max_parallel_workers_per_gather", "0")]
    [InlineData("max_parallel_maintenance_workers", "0")]
    [InlineData("dynamic_shared_memory_type", "mmap")]
    [InlineData("allow_system_table_mods", "on")]
    [InlineData("log_min_messages", "panic")]
    [InlineData("log_min_error_statement", "panic")]
    [InlineData("lc_messages", "C")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("DateStyle", "ISO, MDY")]
    [InlineData("unix_socket_permissions", "0700")]
    [InlineData("data_checksums", "off")]
    [InlineData("statement_timeout", "0")]
    [InlineData("default_text_search_config", "pg_catalog.english")]
    public void Setting_holds(string name, string expected)
    {
        using var connection = Sandbox.Connect("postgres");
        Assert.Equal(expected, Ask(connection, $"SHOW {name}"));
    }

    [Fact]
    public void The_version_is_the_servers_own()
    {
        using var connection = Sandbox.Connect("postgres");
        Assert.Equal(Ask(connection, "SHOW server_version"), Sandbox.ServerVersion);
        Assert.StartsWith(Sandbox.Binaries!.VersionText, Sandbox.ServerVersion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTF8")]
    [InlineData("LATIN1")]
    [InlineData("SQL_ASCII")]
    [InlineData("WIN1252")]
    [InlineData("EUC_JP")]
    public void A_database_has_the_encoding_asked_for(string encoding)
    {
        var name = $"Sales \"{encoding}\"";
        Sandbox.CreateDatabase(name, encoding);
        using var connection = Sandbox.Connect(name);
        Assert.Equal(encoding, Ask(connection, "SHOW server_encoding"));
        Assert.Equal("C", Ask(connection, "SELECT datcollate FROM pg_database WHERE datname = current_database()"));
    }

    [Fact]
    public void An_encoding_that_no_server_has_is_an_error_of_the_environment()
    {
        var failure = Assert.Throws<CiAnonException>(() => Sandbox.CreateDatabase("sjis", "SJIS"));
        Assert.Equal(DiagnosticCodes.EncodingUnknown, Assert.Single(failure.Diagnostics).Code);
    }

    [Fact]
    public void A_utf8_database_knows_the_case_of_letters_beyond_ascii_where_the_system_does()
    {
        Sandbox.CreateDatabase("letters", "UTF8");
        using var connection = Sandbox.Connect("letters");
        var systemKnows = Ask(connection, "SELECT count(*) FROM pg_collation WHERE collname IN ('C.utf8', 'C.UTF-8')") != "0";
        Assert.Equal(systemKnows ? "É" : "é", Ask(connection, "SELECT upper('é')"));
    }
}
