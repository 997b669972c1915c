using System.Text;
using CiAnon.Audits.Findings;

namespace CiAnon.Audits;

/// <summary>docs/audit.md: what an audit is, and the table of its rules.</summary>
public static class AuditDocs
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # Audit

            <!-- Generated from the rules by the tests (UPDATE_SNAPSHOTS=1). -->

            `ci-anon audit prod.dump --policy ci-anon.yml` compares the policy with the schema of a dump, without a server and,
            unless a baseline is given, without reading a row. `--database-env NAME` compares with a live database instead: NAME is
            the variable that holds its connection string; only the catalog is read, in a read-only transaction.

            Every finding stands on a line of the policy, `ci-anon.yml(12,7): error stale-column: what is wrong`, on standard
            output. The exit code is 1 when there are errors or warnings, and 0 when there are none; notes don't count.

            `--baseline REPORT` compares with the report of an earlier run: tables and columns that came or went, types, kinds,
            treatment, and numbers of rows that moved far (at least doubled or halved, by 100 rows or more). `ci-anon anonymize --baseline
            REPORT` writes the same comparison into the new report, shares of NULL (20 points or more) included.

            `--sarif FILE` and `--junit FILE` write the findings for code scanning and for test views. `--fix` adds a proposed rule
            to the policy for each column without a decision, marked with date, kind and why. What is proposed is planned before the
            file is written; read it before you rely on it.

            | rule | level | what was found | what to do |
            |---|---|---|---|

            """);
        foreach (var rule in AuditRules.All)
            text.Append($"| `{rule.Id}` | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} | {rule.Help} |\n");
        return text.ToString();
    }
}
