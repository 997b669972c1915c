using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs.Schemas;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Dumps of older and newer servers than the installed one.</summary>
[Trait("When", "nightly")]
public sealed class MajorRunTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public void A_dump_of_an_older_server_goes_through_the_installed_one()
    {
        using var older = TestCluster.Start(PostgresTools.Major(13));
        var run = _folder.Anonymize(_folder.DumpOf(older, Shop(older), "-Fc"), ShopFixture.Policy);
        Assert.StartsWith("13.", run.Report.Input.ServerVersion, StringComparison.Ordinal);
        new ArtefactJudge(older).Judge(run);
        using var installed = TestCluster.Start(PostgresTools.Installed);
        installed.Execute("postgres", "CREATE ROLE shop_readonly");
        new ArtefactJudge(installed).Judge(run);
    }

    [Theory]
    [InlineData(17, "-Fc")]
    [InlineData(18, "-Fd")]
    public void A_dump_of_a_newer_server_goes_through_a_sandbox_of_its_major(int major, string format)
    {
        var tools = PostgresTools.Major(major);
        using var newer = TestCluster.Start(tools);
        var dump = _folder.DumpOf(newer, Shop(newer), format);
        var run = RunFolder.Anonymize(_folder.Options(dump, ShopFixture.Policy) with { PostgresBin = tools.BinDirectory });
        Assert.StartsWith($"{major}", run.Report.Postgres.Version, StringComparison.Ordinal);
        new ArtefactJudge(newer).Judge(run);
    }

    [Fact]
    public void A_newer_dump_goes_through_the_installed_server_as_long_as_that_knows_its_words()
    {
        using var newer = TestCluster.Start(PostgresTools.Major(17));
        var run = _folder.Anonymize(_folder.DumpOf(newer, Shop(newer), "-Fc"), ShopFixture.Policy);
        new ArtefactJudge(newer).Judge(run);
    }

    [Fact]
    public void A_newer_dump_with_words_that_the_installed_server_does_not_know_is_an_error_that_says_so()
    {
        using var newer = TestCluster.Start(PostgresTools.Major(18));
        var dump = _folder.DumpOf(newer, newer.CreateDatabase("CREATE TABLE people (email text, shout text GENERATED ALWAYS AS (upper(email)) VIRTUAL);"), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n")));
        Assert.Equal("CIANON4101", failure.Diagnostics.Single().Code.Id);
        Assert.Contains("the dump comes from PostgreSQL 18", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_only_a_newer_server_can_read_is_an_error_that_names_both_majors()
    {
        using var newer = TestCluster.Start(PostgresTools.Major(17));
        var dump = _folder.DumpOf(newer, newer.CreateDatabase("CREATE TABLE canary (email text, lasts interval); INSERT INTO canary VALUES ('a@canary.org', 'infinity');"), "-Fc");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("proof: restore\ncolumns: { email: email }\n")));
        Assert.Equal(("CIANON4107", ExitCode.Environment), (failure.Diagnostics.Single().Code.Id, failure.Exit));
        Assert.Contains("the dump comes from PostgreSQL 17 and the sandbox is PostgreSQL ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("public.canary", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--postgres-bin", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("infinity", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constraints_that_postgresql_creates_without_a_look_at_the_rows_are_counted_apart()
    {
        var tools = PostgresTools.Major(18);
        using var newer = TestCluster.Start(tools);
        var database = newer.CreateDatabase("""
            CREATE TABLE keyed (id int PRIMARY KEY); CREATE TABLE loose (a int REFERENCES keyed NOT ENFORCED, b int CHECK (b > 5) NOT ENFORCED, email text);
            INSERT INTO loose VALUES (7, 1, 'a@canary.org');
            ALTER TABLE loose ADD CONSTRAINT big CHECK (a > 1000) NOT VALID, ADD CONSTRAINT given NOT NULL email NOT VALID;
            """);
        var policy = _folder.Policy("proof: restore\ncolumns: { email: \"null\" }\n");
        var run = RunFolder.Anonymize(_folder.Options(_folder.DumpOf(newer, database, "-Fc"), policy) with { PostgresBin = tools.BinDirectory });
        var keys = run.Report.Checks.Single(check => check.Id == "keys");
        Assert.Equal(("passed", 1), (keys.Status, (int)keys.Examined));
        Assert.Equal("not proven, as in the original dump: 2 not enforced (public.loose loose_a_fkey, public.loose loose_b_check); 2 not validated (public.loose big, public.loose given)", keys.Note);
        new ArtefactJudge(newer).Judge(run);
    }

    [Theory]
    [InlineData(15, "--data-only")]
    [InlineData(15, "--section=data")]
    [InlineData(18, "--no-schema")]
    public void A_dump_without_its_schema_is_refused_by_name(int major, string option)
    {
        var tools = major == 15 ? PostgresTools.Installed : PostgresTools.Major(major);
        using var server = TestCluster.Start(tools);
        var dump = _folder.DumpOf(server, server.CreateDatabase("CREATE TABLE people (email text); INSERT INTO people VALUES ('a@canary.org');"), "-Fc", option);
        var failure = Assert.Throws<CiAnonException>(() =>
            RunFolder.Anonymize(_folder.Options(dump, _folder.Policy("columns: { email: email }\n")) with { PostgresBin = tools.BinDirectory }));
        Assert.Equal(("CIANON3019", ExitCode.Dump), (failure.Diagnostics.Single().Code.Id, failure.Exit));
        Assert.Contains("public.people", failure.Message, StringComparison.Ordinal);
        Assert.Contains(option.Split('=')[0], failure.Message, StringComparison.Ordinal);
    }

    // No released server refuses either; a made-up value stands for standard_conforming_strings = off, and a made-up name for MULE_INTERNAL, on 19.
    [Theory]
    [InlineData("standard_conforming_strings = 'on'", "standard_conforming_strings = 'xx'", "CIANON4101", "STDSTRINGS", "PGOPTIONS='-c standard_conforming_strings=on'")]
    [InlineData("client_encoding = 'UTF8'", "client_encoding = 'UTF9'", "CIANON4011", "UTF9", "--encoding=UTF8")]
    public void A_setting_of_the_dump_that_the_server_does_not_take_is_named_with_a_remedy(string setting, string instead, string code, string named, string remedy)
    {
        using var server = TestCluster.Start(PostgresTools.Installed);
        var dump = _folder.DumpOf(server, server.CreateDatabase("CREATE TABLE people (email text);"), "-Fc");
        var bytes = File.ReadAllBytes(dump);
        System.Text.Encoding.ASCII.GetBytes(instead).CopyTo(bytes, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(setting)));
        File.WriteAllBytes(dump, bytes);
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n")));
        Assert.Equal(code, failure.Diagnostics.Single().Code.Id);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("newer", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Shop(TestCluster cluster) =>
        cluster.CreateDatabase("\\set customers 200\n" + File.ReadAllText(Repository.File("samples/shop/shop.sql")));
}
