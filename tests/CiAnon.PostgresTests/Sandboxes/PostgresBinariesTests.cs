using CiAnon.Diagnostics;
using CiAnon.Sandboxes;

namespace CiAnon.PostgresTests.Sandboxes;

public sealed class PostgresBinariesTests
{
    [Fact]
    public void The_installed_ones_are_found_without_a_search_path()
    {
        var found = PostgresBinaries.Find(null, null);
        Assert.True(File.Exists(found.InitDb));
        Assert.True(File.Exists(found.Postgres));
        Assert.True(found.Major >= 13);
        Assert.StartsWith($"{found.Major}", found.VersionText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbolic_link_on_the_search_path_leads_to_the_real_folder()
    {
        using var real = new TestFolder();
        using var links = new TestFolder();
        real.Program("postgres", "echo 'postgres (PostgreSQL) 99.1 (Test)'");
        real.Program("initdb", "");
        File.CreateSymbolicLink(Path.Combine(links.Path, "initdb"), Path.Combine(real.Path, "initdb"));

        var found = PostgresBinaries.Find(null, $"/nowhere:relative:{links.Path}");

        Assert.Equal(real.Path, found.Directory);
        Assert.Equal((99, "99.1"), (found.Major, found.VersionText));
    }

    // Beside those that are installed, which are older than all of these and newer than none.
    [Theory]
    [InlineData(95, "95 99 97", 95)]
    [InlineData(97, "95 99 97", 97)]
    [InlineData(96, "95 99 97", 97)]
    [InlineData(100, "95 99 97", 99)]
    [InlineData(96, "broken 97", 97)]
    [InlineData(null, "97 95", 97)]
    public void Of_several_the_one_that_knows_the_dumps_words_is_found(int? wanted, string there, int expected)
    {
        var folders = there.Split(' ').Select(major =>
        {
            var folder = new TestFolder();
            folder.Program("initdb", "");
            folder.Program("postgres", major == "broken" ? "exit 1" : $"echo 'postgres (PostgreSQL) {major}.1'");
            return folder;
        }).ToList();
        try
        {
            Assert.Equal(expected, PostgresBinaries.Find(null, string.Join(':', folders.Select(folder => folder.Path)), wanted).Major);
        }
        finally
        {
            folders.ForEach(folder => folder.Dispose());
        }
    }

    [Fact]
    public void A_folder_without_them_is_an_error_that_says_what_to_install()
    {
        using var folder = new TestFolder();
        Assert.Contains("apt-get install postgresql", Refusal(folder.Path, DiagnosticCodes.PostgresMissing), StringComparison.Ordinal);
        folder.Program("initdb", "");
        Refusal(folder.Path, DiagnosticCodes.PostgresMissing);
    }

    [Theory]
    [InlineData("exit 3", "exit code 3")]
    [InlineData("echo hello", "no version")]
    public void A_program_that_does_not_work_is_broken(string script, string reason)
    {
        using var folder = new TestFolder();
        folder.Program("initdb", "");
        folder.Program("postgres", script);
        Assert.Contains(reason, Refusal(folder.Path, DiagnosticCodes.PostgresBroken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_executed_is_broken()
    {
        using var folder = new TestFolder();
        folder.Program("initdb", "");
        File.WriteAllText(Path.Combine(folder.Path, "postgres"), "");
        Refusal(folder.Path, DiagnosticCodes.PostgresBroken);
    }

    [Fact]
    public void A_version_before_13_is_too_old()
    {
        using var folder = new TestFolder();
        folder.Program("initdb", "");
        folder.Program("postgres", "echo 'postgres (PostgreSQL) 12.22'");
        Assert.Contains("12.22", Refusal(folder.Path, DiagnosticCodes.PostgresTooOld), StringComparison.Ordinal);
    }

    private static string Refusal(string folder, DiagnosticCode code)
    {
        var diagnostic = Assert.Single(Assert.Throws<CiAnonException>(() => PostgresBinaries.Find(folder, null)).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        return diagnostic.Message;
    }
}
