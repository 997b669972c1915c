using CiAnon.Diagnostics;
using CiAnon.PostgresTests.Runs;
using CiAnon.Reporting;

namespace CiAnon.PostgresTests.Verification;

/// <summary>k and l of the report equal two independent computations over the restored artefact: other SQL, and brute force.</summary>
public sealed class AnonymityRunTests(TestCluster cluster) : IDisposable
{
    private const string Tables = """
        CREATE TYPE sex AS ENUM ('f', 'm', 'x');
        CREATE TABLE people (id int, born date, zip text, gender sex, settings json, diagnosis text, ward int) PARTITION BY RANGE (id);
        CREATE TABLE people_low PARTITION OF people FOR VALUES FROM (0) TO (100);
        CREATE TABLE people_high PARTITION OF people FOR VALUES FROM (100) TO (1000000);
        CREATE TABLE nobody (age int, zip text);
        """;

    private const string Masks = """
        unlisted: keep
        tables: { people: { columns: { born: { strategy: date, truncate: year }, zip: digits } } }

        """;

    private readonly RunFolder _folder = new();

    [Theory]
    [InlineData(1, 60, 3, 4)]
    [InlineData(2, 400, 2, 2, Traits = ["When", "nightly"])]
    [InlineData(3, 900, 4, 12)]
    [InlineData(4, 1, 2, 1, Traits = ["When", "nightly"])]
    public void Numbers_and_verdict_equal_two_independent_computations(int seed, int rows, int k, int zips)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var dump = Dump(Tables + Rows(new Random(seed), rows, zips));
        var artefact = RunFolder.Anonymize(_folder.Options(dump, _folder.Policy(Masks)) with { Key = RunFolder.Key(1) }).Artefact;
        var restored = cluster.CreateDatabase();
        cluster.Restore(artefact, restored);
        var (bySql, byHand) = (BySql(restored, k), ByHand(restored, k));
        Assert.Equal(bySql, byHand);

        var holds = bySql.K >= k && bySql.L >= 2;
        var rule = $"anonymity: [{{ table: people, columns: [born, zip, gender, settings], k: {k}, l: {{ diagnosis: 2 }} }}, {{ table: nobody, columns: [age, zip], k: 2 }}]\n";
        var options = _folder.Options(dump, _folder.Policy(Masks + rule)) with { Key = RunFolder.Key(1), OutputPath = _folder.In("out/declared") };
        var failure = Record.Exception(() => RunFolder.Anonymize(options));
        Assert.Equal(holds, failure is null);

        var report = ReportJson.Read(File.ReadAllBytes(_folder.In("out/declared.report.json")))!;
        var people = report.Anonymity.Single(section => section.Table == "public.people");
        Assert.Equal(bySql, new(people.Rows, people.Groups, people.K, people.UniqueRows, people.RowsBelow, people.Diversity.Single().L));
        Assert.Equal((true, k, 2), (people.Declared, people.RequiredK, people.Diversity.Single().RequiredL));
        Assert.Equal((people.Groups, people.Rows), (people.Sizes.Sum(size => size.Groups), people.Sizes.Sum(size => size.Rows)));
        Assert.Equal(Classes(restored), people.Sizes.Select(size => $"{size.From} {size.Groups} {size.Rows}"));
        var nobody = report.Anonymity.Single(section => section.Table == "public.nobody");
        Assert.Equal((0, 0, 0), (nobody.Rows, nobody.Groups, nobody.K));
        Assert.Equal((holds ? ReportStatus.Passed : ReportStatus.Failed, holds ? "passed" : "failed"),
            (report.Status, report.Checks.Single(check => check.Id == "anonymity").Status));
        if (failure is not CiAnonException exception) return;
        Assert.All(exception.Diagnostics, problem => Assert.Equal((DiagnosticCodes.CheckFailed, 4), (problem.Code, problem.Position!.Value.Line)));
        Assert.False(File.Exists(_folder.In("out/declared")));
    }

    [Theory]
    [InlineData(5, 2, null)]
    [InlineData(6, 2, "public.people (born, zip): k is 5 and must be 6: 50 of 50 rows (100 %) share their combination with fewer than 5 others")]
    [InlineData(5, 3, "public.people (born, zip): l of diagnosis is 2 and must be 3: 10 of 10 combinations have fewer different values")]
    public void A_rule_that_holds_passes_and_one_that_does_not_says_by_how_much(int k, int l, string? problem)
    {
        var dump = Dump(Tables + "INSERT INTO people SELECT i, '1970-01-01', (i / 5)::text, 'f', NULL, nullif(i % 5 / 3, 0)::text, 1 FROM generate_series(0, 49) i;");
        var policy = _folder.Policy(Masks + $"anonymity: [{{ table: people, columns: [born, zip], k: {k}, l: {{ diagnosis: {l} }} }}]\n");
        var failure = Record.Exception(() => _folder.Anonymize(dump, policy)) as CiAnonException;
        Assert.Equal(problem is null, failure is null);
        if (problem is not null) Assert.Contains(problem, Assert.Single(failure!.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Likely_quasi_identifiers_are_measured_and_reported_only()
    {
        var dump = Dump("""
            CREATE TABLE members (id int, birth_date date, postcode text, sex text, city text, bonus int);
            INSERT INTO members SELECT i, date '1970-01-01' + i, i::text, 'f', 'somewhere', i FROM generate_series(1, 50) i;
            CREATE TABLE posts (age int, body text); INSERT INTO posts VALUES (1, 'a');
            """);
        var run = _folder.Anonymize(dump, _folder.Policy("unlisted: keep\ntables: { members: { columns: { city: { strategy: constant, value: x } } } }\n"));
        var members = Assert.Single(run.Report.Anonymity);
        Assert.Equal(("public.members", false, null, 50, 50, 1, 50, 50),
            (members.Table, members.Declared, (object?)members.RequiredK, members.Rows, members.Groups, members.K, members.UniqueRows, members.RowsBelow));
        Assert.Equal(["birth_date", "postcode", "sex"], members.Columns);
        var check = run.Report.Checks.Single(check => check.Id == "anonymity");
        Assert.Equal(("passed", 0), (check.Status, check.Examined));
        Assert.Contains("public.members", check.Note, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Rows(Random random, int rows, int zips)
    {
        string Some(string value, double nulls = 0.1) => random.NextDouble() < nulls ? "NULL" : value;
        var values = Enumerable.Range(1, rows).Select(id => $"({id}, "
            + Some($"'{1970 + random.Next(3)}-0{1 + random.Next(9)}-1{random.Next(9)}'") + ", "
            + Some($"'{10000 + random.Next(zips)}'") + ", "
            + Some($"'{"fm"[random.Next(2)]}'") + ", "
            + Some(random.Next(2) == 0 ? "'{\"a\": 1}'" : "'{}'", 0.5) + ", "
            + Some($"'illness {random.Next(3)}'", 0.3) + ", 1)");
        return $"INSERT INTO people VALUES {string.Join(",\n", values)};";
    }

    private string Dump(string script) => _folder.DumpOf(cluster, cluster.CreateDatabase(script), "-Fc");

    private Numbers BySql(string database, int k)
    {
        var numbers = cluster.Query(database, $"""
            SELECT count(*), count(*) FILTER (WHERE first), min(n), count(*) FILTER (WHERE n = 1), count(*) FILTER (WHERE n < {k}), min(l)
            FROM (SELECT count(*) OVER same AS n, row_number() OVER same = 1 AS first,
                         (SELECT count(*) FROM (SELECT o.diagnosis FROM people o
                          WHERE o.born IS NOT DISTINCT FROM p.born AND o.zip IS NOT DISTINCT FROM p.zip AND o.gender IS NOT DISTINCT FROM p.gender
                            AND o.settings::text IS NOT DISTINCT FROM p.settings::text
                          UNION SELECT p.diagnosis) AS different) AS l
                  FROM people p WINDOW same AS (PARTITION BY born, zip, gender, settings::text)) AS measured
            """).Split('|').Select(long.Parse).ToArray();
        return new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    private Numbers ByHand(string database, int k)
    {
        var groups = Groups(database);
        return new(groups.Sum(group => group.Count()), groups.Count, groups.Min(group => group.Count()), groups.Count(group => group.Count() == 1),
            groups.Where(group => group.Count() < k).Sum(group => group.Count()), groups.Min(group => group.Distinct().Count()));
    }

    private IEnumerable<string> Classes(string database)
    {
        long[] from = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        return Groups(database).GroupBy(group => from.Last(least => least <= group.Count())).OrderBy(group => group.Key)
            .Select(group => $"{group.Key} {group.Count()} {group.Sum(rows => rows.Count())}");
    }

    // What psql prints of NULL differs from every value here.
    private List<IGrouping<string, string>> Groups(string database) => [.. cluster.Query(database,
            "SELECT coalesce(born::text, '-'), coalesce(zip, '-'), coalesce(gender::text, '-'), coalesce(settings::text, '-'), coalesce(diagnosis, '-') FROM people")
        .Split('\n').Select(row => row.Split('|')).GroupBy(fields => string.Join('|', fields[..4]), fields => fields[4])];

    private sealed record Numbers(long Rows, long Groups, long K, long UniqueRows, long RowsBelow, long L);
}
