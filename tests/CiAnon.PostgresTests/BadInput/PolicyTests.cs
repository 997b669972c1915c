using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.BadInput;

public sealed class PolicyTests(People people) : IClassFixture<People>, IDisposable
{
    private readonly Scene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_missing_policy()
    {
        var line = _scene.AssertRefused(_scene.Run("anonymize", people.Custom, "-p", _scene.PolicyPath, "-o", _scene.Output), DiagnosticCodes.PolicyNotFound);
        Assert.Contains(_scene.PolicyPath, line);
    }

    [Theory]
    [InlineData("version: 1\ncolumns: { email: ] }", "CIANON1003", 2, null)]
    [InlineData("version: 1\ncolumns: { email: emial }", "CIANON1020", 2, "did you mean 'email'?")]
    [InlineData("version: 1\ncolumns:\n  email: { strategy: email, domian: x.example }", "CIANON1021", 3, "did you mean 'domain'?")]
    [InlineData("version: 1\ncolums: {}", "CIANON1010", 2, "did you mean 'columns'?")]
    [InlineData("", "CIANON1004", 1, null)]
    public void A_malformed_policy_is_told_with_its_place(string policy, string code, int line, string? advice)
    {
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, policy), DiagnosticCodes.All.Single(known => known.Id == code));
        Assert.StartsWith($"{_scene.PolicyPath}({line},", told);
        Assert.Contains(advice ?? "", told);
    }

    [Fact]
    public void A_pattern_of_sql_checks_without_a_file()
    {
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, People.Policy + "verify: { sql: [checks/*.sql] }\n"), DiagnosticCodes.NoSqlChecks);
        Assert.Contains("checks/*.sql", told);
    }

    [Fact]
    public void A_value_that_a_strategy_can_not_mask_fails_the_run_and_is_not_quoted()
    {
        var policy = People.Policy.Replace("email: email, name: name", "email: email, name: digits");
        var told = _scene.AssertRefused(_scene.Anonymize(people.Custom, policy), DiagnosticCodes.RowCannotBeMasked);
        Assert.Matches(@"ci-anon\.yml\(4,\d+\): error CIANON5001: public\.people\.name, row 1: ", told);
    }

    [Fact]
    public void A_failing_sql_check_leaves_a_failed_report_and_the_previous_output()
    {
        File.WriteAllText(_scene.Output, "the previous one");
        Directory.CreateDirectory(Path.Combine(_scene.Root, "checks"));
        _scene.Write("checks/one.sql", "SELECT 'too many people', count(*) FROM people");
        _scene.Write("checks/two.sql", "SELECT name, 1 FROM people WHERE id = 1 UNION ALL SELECT code, 1 FROM people");
        _scene.Write("checks/three.sql", "SELECT code::int, 1 FROM people");
        var result = _scene.Anonymize(people.Custom, People.Policy + "verify: { sql: [checks/*.sql] }\n");

        Assert.Equal((int)ExitCode.CheckFailed, result.Exit);
        Assert.Contains("one.sql: too many people", result.Error);
        Assert.Contains("three.sql: the query failed: invalid_text_representation (22P02)", result.Error);
        Assert.Equal("the previous one", File.ReadAllText(_scene.Output));
        Assert.Contains("\"status\": \"failed\"", File.ReadAllText(_scene.ReportPath));
        _scene.AssertNothingLeft();
    }

    [Fact]
    public void A_sql_check_can_not_change_what_will_be_published()
    {
        Directory.CreateDirectory(Path.Combine(_scene.Root, "checks"));
        _scene.Write("checks/one.sql", "DELETE FROM visits RETURNING page, 0");
        var result = _scene.Anonymize(people.Custom, People.Policy + "verify: { sql: [checks/*.sql] }\n");
        _scene.AssertRefused(result, DiagnosticCodes.CheckFailed);
    }
}
