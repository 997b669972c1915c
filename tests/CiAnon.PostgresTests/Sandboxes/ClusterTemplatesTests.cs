using CiAnon.Sandboxes;
using CiAnon.Sandboxes.Clusters;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class ClusterTemplatesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Cache => Path.Combine(_folder.Path, "home", "clusters");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cluster_is_made_once_and_unpacked_from_then_on()
    {
        var first = Identity(Cache);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        Assert.Matches(@"/\d\d-[0-9a-f]{32}\.cluster$", kept);
        Assert.InRange(new FileInfo(kept).Length, 1, 8 << 20);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Cache));

        Assert.Equal(first, Identity(Cache));
        Assert.NotEqual(first, Identity(null));
    }

    [Fact]
    public void A_server_on_an_unpacked_cluster_is_as_one_on_a_fresh_one()
    {
        const string facts = """
            SELECT (SELECT string_agg(name || '=' || setting, E'\n' ORDER BY name) FROM pg_settings WHERE name NOT IN ('data_directory', 'config_file', 'hba_file', 'ident_file', 'unix_socket_directories', 'external_pid_file'))
                || (SELECT string_agg(collname || collprovider::text, ' ' ORDER BY collname, collprovider) FROM pg_collation)
                || (SELECT string_agg(datname || encoding::text || datcollate || datctype, ' ' ORDER BY datname) FROM pg_database)
                || (SELECT string_agg(rolname || rolsuper::text, ' ' ORDER BY rolname) FROM pg_roles)
            """;
        Identity(Cache);
        Assert.Equal(Ask(null, facts), Ask(Cache, facts));
        Assert.Equal("0700", Ask(Cache, "SHOW data_directory_mode"));
    }

    [Theory]
    [InlineData("cut off", Traits = ["When", "nightly"])]
    [InlineData("a byte changed")]
    [InlineData("empty", Traits = ["When", "nightly"])]
    public void A_damaged_one_is_made_anew(string damage)
    {
        var first = Identity(Cache);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        var bytes = File.ReadAllBytes(kept);
        if (damage == "a byte changed") bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(kept, damage switch { "cut off" => bytes[..^1], "empty" => [], _ => bytes });

        var second = Identity(Cache);
        Assert.NotEqual(first, second);
        Assert.Equal(second, Identity(Cache));
    }

    [Theory]
    [InlineData(true, false, Traits = ["When", "nightly"])]
    [InlineData(false, true)]
    public void One_that_others_could_have_written_is_not_used(bool file, bool folder)
    {
        var first = Identity(Cache);
        var kept = Assert.Single(Directory.GetFiles(Cache));
        if (file) File.SetUnixFileMode(kept, File.GetUnixFileMode(kept) | UnixFileMode.OtherWrite);
        if (folder) File.SetUnixFileMode(Cache, File.GetUnixFileMode(Cache) | UnixFileMode.GroupWrite);
        Assert.NotEqual(first, Identity(Cache));
    }

    [Fact]
    [Trait("When", "nightly")]
    public void One_of_another_user_is_not_used_nor_is_theirs_written_to()
    {
        var first = Identity(Cache);
        var account = ServerAccount.Current();
        // Only root can give a file away, and only for root is the server's user another one.
        if (account.Name is null) return;
        var kept = Assert.Single(Directory.GetFiles(Cache));
        account.Own(kept);
        Assert.NotEqual(first, Identity(Cache));

        account.Own(Cache);
        File.Delete(kept);
        Identity(Cache);
        Assert.Empty(Directory.GetFiles(Cache));
    }

    [Fact]
    public void A_cache_that_cannot_be_made_is_none()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        Assert.NotEmpty(Identity(Path.Combine(file, "clusters")));
    }

    [Fact]
    public void Old_ones_and_what_died_while_it_was_written_go()
    {
        Directory.CreateDirectory(Cache);
        File.SetUnixFileMode(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        for (var i = 0; i < 12; i++)
        {
            var old = Path.Combine(Cache, $"13-{i}.cluster");
            File.WriteAllText(old, "");
            File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-i - 1));
        }
        var identity = Identity(Cache);
        Assert.Equal(8, Directory.GetFiles(Cache).Length);
        Assert.False(File.Exists(Path.Combine(Cache, "13-11.cluster")));
        Assert.Equal(identity, Identity(Cache));
    }

    [Fact]
    public void Another_locale_of_the_system_or_another_build_is_another_cluster()
    {
        var binaries = PostgresBinaries.Find(null, Environment.GetEnvironmentVariable("PATH"));
        var locales = Directory.CreateDirectory(Path.Combine(_folder.Path, "locales")).FullName;
        var before = ClusterName.Of(binaries, locales);
        Assert.Equal(before, ClusterName.Of(binaries, locales));
        Directory.CreateDirectory(Path.Combine(locales, "de_DE.utf8"));
        Assert.NotEqual(before, ClusterName.Of(binaries, locales));

        var bin = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        foreach (var program in new[] { "initdb", "postgres" }) _folder.Program("bin/" + program, "echo 'postgres (PostgreSQL) 17.1'");
        var build = PostgresBinaries.Find(bin, null);
        var name = ClusterName.Of(build, locales);
        Assert.StartsWith("17-", name);
        _folder.Program("bin/postgres", "echo 'postgres (PostgreSQL) 17.1' # rebuilt");
        Assert.NotEqual(name, ClusterName.Of(build, locales));
    }

    [Theory]
    [InlineData("/c", "/home/me", "/c/ci-anon/clusters")]
    [InlineData("relative", "/home/me", "/home/me/.cache/ci-anon/clusters")]
    [InlineData(null, "/home/me", "/home/me/.cache/ci-anon/clusters")]
    [InlineData("", "", null)]
    [InlineData(null, null, null)]
    public void The_cache_lies_where_the_XDG_specification_says(string? cache, string? home, string? expected) =>
        Assert.Equal(expected, ClusterTemplates.CacheOf(name => name switch { "XDG_CACHE_HOME" => cache, "HOME" => home, _ => null }));

    private string Identity(string? cache) => Ask(cache, "SELECT system_identifier FROM pg_control_system()");

    private string Ask(string? cache, string query)
    {
        using var sandbox = Sandbox.Start(_folder.Options with { ClusterCache = cache }, CancellationToken.None);
        using var connection = sandbox.Connect("postgres");
        return SandboxFixture.Ask(connection, query)!;
    }
}
