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
        Assert.Contains("table public.patients has rules that were proposed and that nobody decided on: note (line 6), patient_no (line 7); ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_decided_on_stops_nothing() => Assert.Empty(Of("""

        tables: { patients: { columns: { note: text }, keep: { patient_no: { proposed: words, reason: 'a number of ours' } } } }
        """, "GITHUB_ACTIONS=true"));

    private static IReadOnlyList<Diagnostic> Of(string yaml, string variable)
    {
        var schema = new Schema();
        schema.Table("patients", "note text", "patient_no text");
        var read = new PolicyReader(StrategyRegistry.All, Locales.All).Read("ci-anon.yml", Encoding.UTF8.GetBytes("version: 1\n" + yaml), static _ => null, new DateOnly(2026, 7, 1));
        return UndecidedRules.Of(read.Policy!, schema.Plan(yaml),
            name => variable.StartsWith(name + "=", StringComparison.Ordinal) ? variable[(name.Length + 1)..] : null);
    }
}
