using System.Text.Json;
using System.Text.RegularExpressions;
using CiAnon.Tests.Snapshots;

namespace CiAnon.PostgresTests.Readme;

/// <summary>Every command in the README is run here, by the test of its first hour, or is what runs this test.</summary>
public sealed partial class ReadmeCommandsTests(TestCluster cluster)
{
    private const string Picture = "docs/images/run.svg";
    private const string Anonymize = "ci-anon anonymize prod.dump --output team.dump --report report.json";

    private const string Verify = "ci-anon verify team.dump --policy ci-anon.yml --against prod.dump --report verdict.json";

    [Fact]
    public void There_are_no_commands_that_no_test_runs()
    {
        // The first hour's are run by its own test, those without a dump by LiveInitTests, the demo and verify here, and ./eng/test is what runs this.
        string[] known = ["./eng/demo", "./eng/test", Verify, .. ReadmeText.FirstHour, .. ReadmeText.WithoutDump];
        Assert.Empty(ReadmeText.Commands.Except(known));
        Assert.Contains(Anonymize, ReadmeText.FirstHour);
        Assert.Contains(Verify, ReadmeText.Commands);
        Assert.Contains("./eng/test", GeneratedFile.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("When", "nightly")]
    public void The_demo_does_what_the_picture_shows()
    {
        var output = TestProcess.Run("/bin/sh", ["-c", "exec ./eng/demo 2>&1"], workingDirectory: GeneratedFile.FullPath(".")).Text;
        Assert.DoesNotContain(output, character => char.IsControl(character) && character != '\n');
        var lines = output.Split('\n').Select(line => line.TrimEnd()).ToList();
        var command = lines.FindIndex(line => line.StartsWith("$ ci-anon", StringComparison.Ordinal));
        var table = lines.FindIndex(line => line.TrimStart().StartsWith("table ", StringComparison.Ordinal));
        var passed = lines.FindIndex(line => line.StartsWith("passed in", StringComparison.Ordinal));
        Assert.True(command >= 0 && table > command && passed > table, output);
        var rows = lines.FindIndex(line => line.StartsWith("Customers 1 to 4", StringComparison.Ordinal));
        List<string> shown = [lines[command], "", .. lines[table..(passed + 1)], "", .. lines[rows..(rows + 10)]];
        Assert.Equal(4, lines.GetRange(rows + 6, 4).Count(line => line.Contains("@anon.example", StringComparison.Ordinal)));

        var file = GeneratedFile.FullPath(Picture);
        if (GeneratedFile.IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, TerminalPicture.Svg(shown));
        }
        // Times, sizes and pseudonyms differ from run to run, and how many of these equal their originals by chance; tables, columns, counts of rows and checks do not.
        Assert.Equal(Comparable(shown), Comparable(TerminalPicture.Lines(File.ReadAllText(file))));
    }

    [Fact]
    public void Its_commands_work_with_its_policy()
    {
        using var folder = new Sandboxes.TestFolder();
        var database = cluster.CreateDatabase("""
            CREATE TABLE customers (id int PRIMARY KEY, email text UNIQUE, phone text, birth_date date, notes text, country text);
            INSERT INTO customers SELECT i, 'person' || i || '@example.org', '+49 30 ' || 1000000 + i, date '1980-01-01' + i, 'met at fair ' || i, 'DE'
            FROM generate_series(1, 100) i;
            """);
        cluster.Dump(database, Path.Combine(folder.Path, "prod.dump"), "-Fc");
        var readme = GeneratedFile.Read("README.md");
        var start = readme.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        File.WriteAllText(Path.Combine(folder.Path, "ci-anon.yml"), readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]);

        TestProcess.Run(Path.Combine(AppContext.BaseDirectory, "ci-anon"), Anonymize.Split(' ')[1..], workingDirectory: folder.Path);

        TestProcess.Run(Path.Combine(AppContext.BaseDirectory, "ci-anon"), Verify.Split(' ')[1..], workingDirectory: folder.Path);

        using var report = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "report.json")));
        Assert.Equal("passed", report.RootElement.GetProperty("status").GetString());
        var restored = cluster.CreateDatabase();
        cluster.Restore(Path.Combine(folder.Path, "team.dump"), restored);
        Assert.Equal("100|0|100", cluster.Query(restored,
            "SELECT count(*), count(*) FILTER (WHERE email LIKE '%example.org' OR notes LIKE '%fair%'), count(DISTINCT email) FROM customers WHERE country = 'DE'"));
    }

    private static List<string> Comparable(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var end = all.FindIndex(line => line.StartsWith("passed in", StringComparison.Ordinal));
        return [.. all.Take(end + 1).Select(line => Varying().Replace(line, "#").TrimEnd())];
    }

    [GeneratedRegex("""([0-9]+ (h|min) )*[0-9.]+ (s|[kMG]?B)\b|[0-9]{1,3}( [0-9]{3})*(?=  [a-z])|[0-9]{4}-[0-9]{2}-[0-9]{2}""", RegexOptions.ExplicitCapture)]
    private static partial Regex Varying();
}
