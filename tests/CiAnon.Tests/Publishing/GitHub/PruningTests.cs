using CiAnon.Publishing.GitHub;
using static CiAnon.Tests.Publishing.GitHub.StubHandler;

namespace CiAnon.Tests.Publishing.GitHub;

/// <summary>Which artefacts go. Each is written as id, name, run, days, branch and the repository of the run's head.</summary>
public class PruningTests
{
    [Fact]
    public void The_newest_of_every_branch_stay() => AssertDeleted([3, 5], Rules(keep: 2),
        "1 data 11 1 main 1", "2 data 12 2 main 1", "3 data 13 3 main 1", "4 data 14 9 release 1", "5 data 15 4 main 1");

    [Fact]
    public void A_branch_of_a_fork_is_another_branch() => AssertDeleted([], Rules(keep: 1), "1 data 11 1 main 66", "2 data 12 2 main 1");

    [Fact]
    public void What_is_older_goes_however_few_there_are() => AssertDeleted([2], Rules(days: 7), "1 data 11 7 main 1", "2 data 12 8 main 1");

    [Fact]
    public void Both_rules_together_take_what_either_takes() => AssertDeleted([2, 4], Rules(keep: 2, days: 7),
        "1 data 11 1 main 1", "3 data 13 3 main 1", "4 data 14 4 main 1", "2 data 12 8 other 1");

    [Fact]
    public void The_current_run_keeps_its_own() => AssertDeleted([2], Rules(keep: 1), "1 data 11 1 main 1", "2 data 12 2 main 1", "3 data 99 3 main 1");

    [Fact]
    public void Expired_ones_and_other_names_are_left_alone() => AssertDeleted([], Rules(days: 7), "1 data 11 20 main 1 expired", "2 data-x 12 20 main 1", "3 Data 13 20 main 1");

    [Fact]
    public void Reports_stay_as_evidence() => AssertDeleted([1], Rules(days: 7), "1 data 11 20 main 1", "2 data-report 11 20 main 1");

    [Fact]
    public void Reports_share_the_fate_of_their_dumps_when_asked_to() => AssertDeleted([2, 4], Rules(keep: 1, reports: true),
        "1 data 11 1 main 1", "2 data 12 2 main 1", "3 data-report 11 1 main 1", "4 data-report 12 2 main 1");

    [Fact]
    public void A_failed_run_has_a_report_only_and_takes_no_dumps_place() => AssertDeleted([7], Rules(keep: 1, reports: true),
        "1 data 11 5 main 1", "3 data-report 11 5 main 1", "6 data-report 16 1 main 1", "7 data-report 17 2 main 1");

    [Fact]
    public void What_is_gone_already_is_no_error()
    {
        using var github = new StubbedClient(Answer(200, Page("data", ["1 data 11 20 main 1"])), Answer(404));
        List<string> told = [];
        Assert.Equal(0, new Pruning(github.Client, Rules(days: 7), null, told.Add).Artifacts("data", CancellationToken.None));
        Assert.Equal(["gone already: artefact data of run 11, 2026-11-01"], told);
    }

    [Fact]
    public void Without_a_release_there_is_nothing_to_do()
    {
        using var github = new StubbedClient(Answer(404), Answer(200, "[]"));
        List<string> told = [];
        Assert.Equal(0, new Pruning(github.Client, Rules(days: 7), null, told.Add).Assets("data", CancellationToken.None));
        Assert.Equal(["there is no release of data"], told);
    }

    private static void AssertDeleted(int[] expected, PruneRules rules, params string[] artifacts)
    {
        List<Func<HttpRequestMessage, HttpResponseMessage>> answers = [Answer(200, Page("data", artifacts))];
        if (rules.Reports) answers.Add(Answer(200, Page("data-report", artifacts)));
        answers.AddRange(expected.Select(_ => Answer(204)));
        using var github = new StubbedClient(answers);
        Assert.Equal(expected.Length, new Pruning(github.Client, rules, runId: 99, _ => { }).Artifacts("data", CancellationToken.None));
        Assert.Equal(expected, github.Requests.Where(request => request.Method == "DELETE").Select(request => int.Parse(request.Address.Segments[^1])).Order());
    }

    private static PruneRules Rules(int? keep = null, int? days = null, bool reports = false) => new(keep, days is { } count ? TimeSpan.FromDays(count) : null, reports, IsDryRun: false);

    // As GitHub filters by name; without its case, to see that ours is exact.
    private static string Page(string name, IEnumerable<string> artifacts) => $$"""{ "artifacts": [ {{string.Join(',', artifacts.Select(line => line.Split(' '))
        .Where(parts => name == "data" ? parts[1] != "data-report" : parts[1] == name).Select(Json))}} ] }""";

    private static string Json(string[] parts) => $$"""
        { "id": {{parts[0]}}, "name": "{{parts[1]}}", "expired": {{(parts.Length > 6 ? "true" : "false")}}, "size_in_bytes": 1,
          "created_at": "{{new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc).AddDays(-int.Parse(parts[3])):yyyy-MM-ddTHH:mm:ssZ}}",
          "workflow_run": { "id": {{parts[2]}}, "head_branch": "{{parts[4]}}", "head_repository_id": {{parts[5]}} } }
        """;
}
