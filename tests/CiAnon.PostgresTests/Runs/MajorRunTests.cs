using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>Dumps of older and newer servers than the installed one.</summary>
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
    public void A_dump_with_statistics_is_refused_as_they_quote_values()
    {
        using var newer = TestCluster.Start(PostgresTools.Major(18));
        var database = newer.CreateDatabase("""
            CREATE TABLE people (email text); INSERT INTO people SELECT 'u' || i % 20 || '@private.test' FROM generate_series(1, 2000) i; ANALYZE people;
            """);
        var dump = _folder.DumpOf(newer, database, "-Fc", "--statistics");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("columns: { email: email }\n")));
        Assert.Equal("CIANON3101", failure.Diagnostics.Single().Code.Id);
        Assert.False(File.Exists(_folder.Output));
    }

    public void Dispose() => _folder.Dispose();

    private static string Shop(TestCluster cluster) =>
        cluster.CreateDatabase("\\set customers 200\n" + File.ReadAllText(Repository.File("samples/shop/shop.sql")));
}
