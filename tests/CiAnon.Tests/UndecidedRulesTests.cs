using System.Text;
using CiAnon.Diagnostics;
using CiAnon.Policies;
using CiAnon.Strategies;
using CiAnon.Tests.Planning;

namespace CiAnon.Tests;

/// <summary>What a run does about rules that were only proposed, and why.</summary>
public class UndecidedRulesTests
{
    private const string Rules = """
        tables:
          patients:
            columns:
              note: { strategy: text, proposed: 'free text, 50 %' }
              patient_no: { strategy: keep, proposed: 'no strategy fits' }
        """;

    [Theory]
    [InlineData("", "", Severity.Warning, "no CI host was detected, so the run goes on")]
    [InlineData("", "GITHUB_ACTIONS=true", Severity.Error, "a CI host was detected (github), so the run stops")]
    [InlineData("", "TF_BUILD=True", Severity.Error, "a CI host was detected (azure)")]
    [InlineData("", "GITLAB_CI=true", Severity.Error, "a CI host was detected (gitlab)")]
    [InlineData("", "CI=true", Severity.Error, "a CI host was detected (CI)")]
    [InlineData("", "CI=false", Severity.Warning, "no CI host was detected")]
    [InlineData("undecided: warn", "GITHUB_ACTIONS=true", Severity.Warning, "the policy says `undecided: warn`")]
    [InlineData("undecided: fail", "", Severity.Error, "the policy says `undecided: fail`")]
    public void A_laptop_is_warned_and_ci_stops_unless_the_policy_says_otherwise(string policy, string variable, Severity severity, string why)
    {
        var problem = Assert.Single(Of($"{policy}\n{Rules}", variable));
        Assert.Equal(severity, problem.Severity);
        Assert.Contains("nobody decided on 2 proposed rules of table public.patients: note (line 6), patient_no (line 7); ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_decided_on_stops_nothing() => Assert.Empty(Of("""

        tables: { patients: { columns: { note: text }, keep: { patient_no: { proposed: words, reason: 'a number of ours' } } } }
        """, "GITHUB_ACTIONS=true"));

    [Fact]
    public void Of_many_the_first_are_named_and_the_others_counted()
    {
        var columns = Enumerable.Range(1, 11).Select(number => $"note{number:00}").ToList();
        var rules = string.Join('\n', columns.Select(column => $"      {column}: {{ strategy: text, proposed: 'free text' }}"));
        var problem = Assert.Single(Of($"\ntables:\n  patients:\n    columns:\n{rules}\n", "", [.. columns.Select(column => column + " text")]));
        Assert.Contains("nobody decided on 11 proposed rules of table public.patients: note01 (line 6)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("note08 (line 13) and 3 more; ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("note09", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Diagnostic> Of(string yaml, string variable) => Of(yaml, variable, ["note text", "patient_no text"]);

    private static IReadOnlyList<Diagnostic> Of(string yaml, string variable, string[] columns)
    {
        var schema = new Schema();
        schema.Table("patients", columns);
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes("version: 1\n" + yaml), static _ => null, new DateOnly(2026, 7, 1));
        return UndecidedRules.Of(read.Policy!, schema.Plan(yaml),
            name => variable.StartsWith(name + "=", StringComparison.Ordinal) ? variable[(name.Length + 1)..] : null);
    }
}
