using CiAnon.Diagnostics;

namespace CiAnon.PostgresTests.Runs;

/// <summary>What a rule's condition keeps, and what else stands beside it.</summary>
public sealed class ConditionRunTests(TestCluster cluster) : IDisposable
{
    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_condition_keeps_is_told_once_and_no_strategy_is_blamed()
    {
        var policy = _folder.Policy("""
            tables:
              t:
                columns:
                  mail: { strategy: email, unless: { column: role, equals: staff, reason: "they are public" } }
                  j: { strategy: json, paths: { $.mail: email, $.phone: phone }, unless: { column: role, equals: staff, reason: "they are public" } }
                keep: { role: { reason: "two words" } }
            """);
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(Dump("'{\"mail\": \"quill' || i || '@quillmail.com\", \"phone\": \"+49 151 ' || (2000000 + i * 7919) || '\"}'"), policy));
        Assert.Equal(["public.t.j", "public.t.mail"], failure.Diagnostics.Where(problem => problem.Message.Contains("check 'patterns'", StringComparison.Ordinal)).Select(problem => problem.Message.Split(' ')[2]).Order(StringComparer.Ordinal));
        Assert.All(failure.Diagnostics, problem => Assert.Contains("The rule's condition keeps them: let 'when' or 'unless' keep fewer rows", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_beside_a_condition_is_none_for_what_the_strategy_leaves_in_other_rows()
    {
        var dump = Dump("'{\"note\": \"+49 151 ' || (2000000 + i * 7919) || '\"}'");
        var failure = Assert.Throws<CiAnonException>(() => _folder.Anonymize(dump, _folder.Policy("""
            tables:
              t:
                columns:
                  mail: email
                  j: { strategy: json, paths: { $.mail: email }, unlisted: keep, unless: { column: role, equals: staff, reason: "they are public" } }
                keep: { role: { reason: "two words" } }
            """)));
        Assert.Contains(failure.Diagnostics, problem => problem.Message.Contains("public.t.j [phone]: 40 of 40 values look personal", StringComparison.Ordinal) && problem.Message.Contains("Strategy 'json' keeps them", StringComparison.Ordinal));

        var run = _folder.Anonymize(dump, _folder.Policy("""
            tables:
              t:
                columns:
                  mail: email
                  j: { strategy: json, paths: { $.note: phone }, unless: { column: role, equals: staff, reason: "they are public" } }
                keep: { role: { reason: "two words" } }
            """));
        Assert.All(run.Report.Checks, check => Assert.Equal((check.Id, "passed"), (check.Id, check.Status)));
        var allowed = Assert.Single(run.Report.Checks.Single(check => check.Id == "patterns").Allowed);
        Assert.Equal(("public.t.j", 20), (allowed.Object, allowed.Count));
    }

    private string Dump(string json)
    {
        var database = cluster.CreateDatabase($"""
            CREATE TABLE t (id int PRIMARY KEY, role text, mail text, j jsonb);
            INSERT INTO t SELECT i, CASE WHEN i % 2 = 0 THEN 'staff' ELSE 'patient' END, 'quill' || i || '@quillmail.com', ({json})::jsonb FROM generate_series(1, 40) i;
            """);
        return _folder.DumpOf(cluster, database, "-Fc");
    }
}
